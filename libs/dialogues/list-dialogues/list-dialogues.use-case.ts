import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { decodeCursor, type Page, toPage } from '../../platform/graph/page.js';
import { DialoguesRepository } from '../dialogues.repository.js';
import type { ListDialoguesInput } from '../dialogues.schemas.js';
import { toCard } from '../dialogues.views.js';
import type { DialogueCardView } from '../dialogues.views.schemas.js';
import { stateAt } from '../rules/phase-at.js';

/** Dialogues, the newest first: all, those linked to one thing or convened by one person, those in some state. */
@Injectable()
export class ListDialogues {
  constructor(
    private readonly dialogues: DialoguesRepository,
    private readonly clock: Clock,
  ) {}

  async execute({ about, state, cursor, limit }: ListDialoguesInput): Promise<Page<DialogueCardView>> {
    const now = this.clock.now();
    const linkedTo = about ?? null;
    const [before, most] = [decodeCursor(cursor), limit + 1];
    const records = state
      ? await this.dialogues.listWhere(
          (schedule) => state.includes(stateAt(schedule, now)),
          linkedTo,
          before,
          most,
        )
      : await this.dialogues.list(linkedTo, before, most);
    const page = toPage(records, limit, ({ row }) => ({ at: row.createdAt, id: row.id }));
    return { ...page, items: page.items.map((record) => toCard(record, now)) };
  }
}
