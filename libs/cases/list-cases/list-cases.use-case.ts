import { Injectable } from '@nestjs/common';
import { requireAccess } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { decodeCursor, type Page, toPage } from '../../platform/graph/page.js';
import type { CaseRecord } from '../case-record.js';
import { toKey } from '../case-references.js';
import { listOwnCases } from '../cases.access.js';
import { CasesRepository } from '../cases.repository.js';
import type { ListCasesInput } from '../cases.schemas.js';
import { toCard } from '../cases.views.js';
import type { CaseCardView } from '../cases.views.schemas.js';

interface PageRequest {
  cursor?: string;
  limit: number;
}

/** Cards of cases, newest first. */
@Injectable()
export class ListCases {
  constructor(private readonly cases: CasesRepository) {}

  /** Published cases that hold all the filters. */
  async execute(query: ListCasesInput): Promise<Page<CaseCardView>> {
    return this.published(await this.keysOf(query), query);
  }

  /** Published cases that are linked to an entity: a country, a theme, a goal, an actor, a person. */
  linkedTo(entityKey: string, page: PageRequest): Promise<Page<CaseCardView>> {
    return this.published([[entityKey]], page);
  }

  /** The actor's own cases, drafts included, by their last change. */
  async own(actor: Actor, { cursor, limit }: PageRequest): Promise<Page<CaseCardView>> {
    requireAccess(listOwnCases, actor, undefined);
    const rows = await this.cases.listOfContributor(actor.id ?? '', decodeCursor(cursor), limit + 1);
    return toCards(rows, limit, (row) => row.updatedAt);
  }

  private async published(linkedTo: string[][], { cursor, limit }: PageRequest): Promise<Page<CaseCardView>> {
    const rows = await this.cases.listPublished(linkedTo, decodeCursor(cursor), limit + 1);
    return toCards(rows, limit, (row) => row.publishedAt ?? '');
  }

  /** The rarest kind of link first: the walk begins there. */
  private async keysOf({ actor, theme, country, modality, sdg }: ListCasesInput): Promise<string[][]> {
    const lists: string[][] = [];
    if (actor) lists.push([toKey('actor', actor)]);
    if (theme) lists.push(await this.cases.withNarrowerThemes(toKey('theme', theme)));
    if (country) lists.push([toKey('country', country)]);
    if (sdg) lists.push([toKey('sdg', sdg)]);
    if (modality) lists.push([toKey('modality', modality)]);
    return lists;
  }
}

function toCards(
  rows: CaseRecord[],
  limit: number,
  timeOf: (row: CaseRecord['row']) => string,
): Page<CaseCardView> {
  const page = toPage(rows, limit, ({ row }) => ({ at: timeOf(row), id: row.id }));
  return { ...page, items: page.items.map(toCard) };
}
