import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Clock } from '../../platform/clock/clock.js';
import { decodeCursor, type Page, toPage } from '../../platform/graph/page.js';
import { type CommitmentLink, CommitmentsRepository } from '../commitments.repository.js';
import type { CommitmentView, listCommitmentsQuery } from '../commitments.schemas.js';
import { toCommitmentView } from '../commitments.views.js';
import { dayOf } from '../rules/commitment-days.js';

export type ListCommitmentsInput = Partial<z.output<typeof listCommitmentsQuery>>;

const PAGE_SIZE = 20;

/** Commitments: all of them, or those of a session, a dialogue, an owner, or about something. */
@Injectable()
export class ListCommitments {
  constructor(
    private readonly commitments: CommitmentsRepository,
    private readonly clock: Clock,
  ) {}

  async execute(query: ListCommitmentsInput): Promise<Page<CommitmentView>> {
    const { state = null, sort = 'newest', limit = PAGE_SIZE } = query;
    const link = linkOf(query);
    const span = { state, from: decodeCursor(query.cursor), limit: limit + 1 };
    const today = dayOf(this.clock.now());
    const rows =
      sort === 'due'
        ? await this.commitments.listByDueDay(link, span, today)
        : await this.commitments.listNewest(link, span);
    const page = toPage(rows, limit, ({ id, dueOn, createdAt }) => ({
      at: sort === 'due' ? dueOn : createdAt,
      id,
    }));
    return { ...page, items: page.items.map((row) => toCommitmentView(row, today)) };
  }
}

function linkOf({ answers, owner, about, entity }: ListCommitmentsInput): CommitmentLink | null {
  if (answers) return { entity: answers, relations: ['ANSWERS'] };
  if (owner) return { entity: owner, relations: ['OWNED_BY'] };
  if (about) return { entity: about, relations: ['ABOUT'] };
  if (entity) return { entity, relations: ['ANSWERS', 'OWNED_BY', 'ABOUT'] };
  return null;
}
