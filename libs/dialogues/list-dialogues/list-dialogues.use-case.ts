import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { decodeCursor, type Page, toPage } from '../../platform/graph/page.js';
import { DialoguesRepository } from '../dialogues.repository.js';
import type { ListDialoguesInput } from '../dialogues.schemas.js';
import { toCard } from '../dialogues.views.js';
import type { DialogueCardView } from '../dialogues.views.schemas.js';

/** Dialogues, the newest first: all of them, or those linked to one thing or convened by one person. */
@Injectable()
export class ListDialogues {
  constructor(
    private readonly dialogues: DialoguesRepository,
    private readonly clock: Clock,
  ) {}

  async execute({ about, cursor, limit }: ListDialoguesInput): Promise<Page<DialogueCardView>> {
    const records = await this.dialogues.list(about ?? null, decodeCursor(cursor), limit + 1);
    const page = toPage(records, limit, ({ row }) => ({ at: row.createdAt, id: row.id }));
    const now = this.clock.now();
    return { ...page, items: page.items.map((record) => toCard(record, now)) };
  }
}
