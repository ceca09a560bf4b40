import { Injectable } from '@nestjs/common';
import { AtlasNames } from '../../atlas/index.js';
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
    private readonly names: AtlasNames,
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
    return records.map((record) => this.toDocument(record, broader));
  }

  private toDocument(record: CaseRecord, broader: ReadonlyMap<string, string>): SearchDocument {
    const { row, state } = record;
    const filedUnder = codesOf(record, broader);
    return {
      key: `case:${row.id}`,
      type: 'case',
      title: row.title,
      text: textOf(record),
      keywords: this.names.keywordsOf(Object.values(filedUnder).flat()),
      lang: row.lang ?? undefined,
      url: row.url,
      audience: state.published ? ['public'] : audienceOfDraft(record),
      facets: facetsOf(record, filedUnder, this.clock.now()),
      at: row.publishedAt ?? row.updatedAt,
    };
  }
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

/** The keys under which a case is filed, by the facet that filters by them. */
function codesOf({ links }: CaseRecord, broader: ReadonlyMap<string, string>): Record<string, string[]> {
  return {
    country: links.countries.map(({ key }) => key),
    sdg: links.targets.filter((key) => key.startsWith('sdg:')),
    theme: links.themes.flatMap((key) => [key, broader.get(key) ?? key]),
    modality: links.modality ? [links.modality] : [],
  };
}

function facetsOf(
  { content }: CaseRecord,
  filedUnder: Record<string, string[]>,
  now: Date,
): SearchDocument['facets'] {
  const facets = {
    ...filedUnder,
    year: yearsOf(content, now.getFullYear()).map(String),
    lang: content.lang ? [content.lang] : [],
  };
  const filled = Object.entries(facets).filter(([, values]) => values.length > 0);
  return Object.fromEntries(filled.map(([name, values]) => [name, [...new Set(values.map(codeOf))]]));
}
