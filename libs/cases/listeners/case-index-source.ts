import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Graph } from '../../platform/graph/graph.js';
import { plainText } from '../../platform/markdown/markdown.js';
import type { IndexedEvent, IndexSource } from '../../platform/search/index-source.js';
import { IndexedSource } from '../../platform/search/indexer.js';
import type { SearchDocument } from '../../platform/search/search-index.js';
import { type CaseRecord, endsOf } from '../case-record.js';
import { codeOf } from '../case-snapshot.js';
import { listBroaderThemes } from '../cases.cypher.js';
import { CasesRepository } from '../cases.repository.js';
import { yearsOf } from '../rules/case-years.js';

/** What can be found of cases. Drafts are in the index too, for their contributors and the stewards alone. */
@Injectable()
@IndexedSource()
export class CaseIndexSource implements IndexSource {
  readonly type = 'case';
  readonly hears = [
    'cases.case-created',
    'cases.draft-edited',
    'cases.case-published',
    'cases.case-edited',
    'cases.cases-imported',
  ];

  constructor(
    private readonly graph: Graph,
    private readonly cases: CasesRepository,
    private readonly clock: Clock,
  ) {}

  keysFor({ data }: Pick<IndexedEvent, 'data'>): string[] {
    const { caseId, caseIds } = data as { caseId?: string; caseIds?: string[] };
    return (caseIds ?? (caseId ? [caseId] : [])).map((id) => `case:${id}`);
  }

  async load(keys: string[]): Promise<{ put: SearchDocument[]; remove: string[] }> {
    const records = await this.cases.listByIds(keys.map(codeOf));
    const put = await this.toDocuments(records);
    const found = new Set(put.map(({ key }) => key));
    return { put, remove: keys.filter((key) => !found.has(key)) };
  }

  async *all(): AsyncIterable<SearchDocument[]> {
    for await (const records of this.cases.allInBatches()) yield this.toDocuments(records);
  }

  private async toDocuments(records: CaseRecord[]): Promise<SearchDocument[]> {
    const themes = [...new Set(records.flatMap(({ links }) => links.themes))];
    const broader = new Map<string, string>();
    if (themes.length > 0) {
      const rows = await this.graph.read(listBroaderThemes, { keys: themes });
      for (const row of rows) broader.set(row.key, row.broader);
    }
    return records.map((record) => toDocument(record, broader, this.clock.now()));
  }
}

function toDocument(record: CaseRecord, broader: ReadonlyMap<string, string>, now: Date): SearchDocument {
  const { row, state } = record;
  return {
    key: `case:${row.id}`,
    type: 'case',
    title: row.title,
    text: textOf(record),
    lang: row.lang ?? undefined,
    url: row.url,
    audience: state.published ? ['public'] : audienceOfDraft(record),
    facets: facetsOf(record, broader, now),
    at: row.publishedAt ?? row.updatedAt,
  };
}

function audienceOfDraft({ contributor }: CaseRecord): string[] {
  return [...(contributor ? [`person:${contributor.id}`] : []), 'role:steward'];
}

function textOf({ row, content }: CaseRecord): string {
  const { summary, context, approach, whatWorked, whatDidNot } = row;
  const results = content.results.map(({ what, value, how }) => [what, value, how].filter(Boolean).join(' '));
  const texts = [summary, whatWorked, whatDidNot, context, approach].filter((text) => text !== null);
  const actors = endsOf(row, 'INVOLVED').map(({ title }) => title);
  return [...texts.map(plainText), ...results, ...actors].join('\n');
}

function facetsOf(
  { content, links }: CaseRecord,
  broader: ReadonlyMap<string, string>,
  now: Date,
): SearchDocument['facets'] {
  const themes = links.themes.flatMap((key) => [key, broader.get(key) ?? key]);
  const facets = {
    country: links.countries.map(({ key }) => key),
    sdg: links.targets.filter((key) => key.startsWith('sdg:')),
    theme: themes,
    modality: links.modality ? [links.modality] : [],
    year: yearsOf(content, now.getFullYear()).map(String),
    lang: content.lang ? [content.lang] : [],
  };
  const filled = Object.entries(facets).filter(([, values]) => values.length > 0);
  return Object.fromEntries(filled.map(([name, values]) => [name, [...new Set(values.map(codeOf))]]));
}
