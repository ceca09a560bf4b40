import { Injectable } from '@nestjs/common';
import type { ReportProgress } from '../../platform/operations/operation.js';
import { readDemoContent } from '../content/demo-content.js';
import { DemoItems } from '../demo-items.js';
import { DemoCases } from './demo-cases.js';
import { DemoCast } from './demo-cast.js';
import { DemoDialogues } from './demo-dialogues.js';
import { DemoSessions } from './demo-sessions.js';
import { DemoThreads } from './demo-threads.js';

/** More would only make each wait longer for its turn. */
const AT_ONCE = 4;

/**
 * Fills the community with invented people and what they wrote, held and promised, through the same use cases that
 * people use. What does not wait for each other is made side by side, so that waiting for the disk is shared.
 */
@Injectable()
export class LoadDemo {
  constructor(
    private readonly items: DemoItems,
    private readonly cast: DemoCast,
    private readonly cases: DemoCases,
    private readonly threads: DemoThreads,
    private readonly sessions: DemoSessions,
    private readonly dialogues: DemoDialogues,
  ) {}

  /** @returns how many things were added; 0 when it was loaded already */
  async execute(report: ReportProgress): Promise<number> {
    const state = await this.items.state();
    if (state === 'loading' || state === 'loaded') return 0;
    const content = readDemoContent();
    const { people, cases, threads, sessions, dialogues } = content;
    const total = people.length + cases.length + threads.length + sessions.length + dialogues.length;
    let done = 0;
    /** Makes all of them, and says what came of each handle. */
    const make = async <Part extends { handle: string }, Result>(
      parts: Part[],
      work: (part: Part, position: number) => Promise<Result>,
    ): Promise<Map<string, Result>> => {
      const results = new Map<string, Result>();
      await sideBySide(parts, async (part, position) => {
        results.set(part.handle, await work(part, position));
        report({ step: 'Demonstration community', done: ++done, total });
      });
      return results;
    };
    await this.items.setState('loading');
    const actors = await this.cast.bringActors(content.actors);
    const cast = { actors, people: await make(people, (person) => this.cast.bringPerson(person, content)) };
    const written = await make(cases, (item, position) => this.cases.write(item, position, cast));
    const made = { ...cast, cases: written };
    await make(threads, (thread) => this.threads.discuss(thread, made));
    await make(sessions, (session) => this.sessions.hold(session, made));
    await make(dialogues, (dialogue) => this.dialogues.hold(dialogue, made));
    await this.items.setState('loaded');
    return total;
  }
}

/** Works on all parts, some at a time, and takes them up in their order. */
async function sideBySide<Part>(
  parts: readonly Part[],
  work: (part: Part, position: number) => Promise<void>,
): Promise<void> {
  const waiting = parts.entries();
  const goOn = async () => {
    for (const [position, part] of waiting) await work(part, position);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, goOn));
}
