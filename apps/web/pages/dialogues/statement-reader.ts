import { Injectable } from '@nestjs/common';
import { ListStatements, type StatementView } from '../../../../libs/dialogues/index.js';
import type { Actor } from '../../../../libs/platform/access/actor.js';

const PER_READ = 100;
const MOST_READS = 5;

/** Reads the statements of a dialogue for its pages. */
@Injectable()
export class StatementReader {
  constructor(private readonly listStatements: ListStatements) {}

  /** Those that may be answered, newest first, up to five hundred; with what the actor said to each. */
  async approved(actor: Actor, dialogueId: string): Promise<StatementView[]> {
    const statements: StatementView[] = [];
    let cursor: string | undefined;
    for (let read = 0; read < MOST_READS; read++) {
      const query = { status: 'approved', cursor, limit: PER_READ } as const;
      const page = await this.listStatements.execute(actor, dialogueId, query);
      statements.push(...page.items);
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    return statements;
  }

  /** What to ask next; null when everything is answered, or nobody may answer now. */
  async next(actor: Actor, dialogueId: string): Promise<StatementView | null> {
    const [statement] = await this.listStatements.next(actor, dialogueId, 1);
    return statement ?? null;
  }
}
