import type { MultiSearchQuery, MultiSearchResult, Settings } from 'meilisearch';
import type { MarkedText, SearchAnswer, SearchHit, SearchRequest } from '../search-index.js';
import { cleanText } from '../text/tokenizer.js';
import { MARK_BEGIN, MARK_END, type MeiliDocument, plainValue } from './meili-documents.js';

export const INDEX_SETTINGS: Settings = {
  searchableAttributes: ['title', 'text'],
  filterableAttributes: ['audience', 'type', 'facets'],
  sortableAttributes: ['atMs'],
  // `sort` comes first, so that "newest" is the whole order and no tie-break; without it the rule does nothing.
  rankingRules: ['sort', 'words', 'typo', 'proximity', 'attribute', 'exactness', 'atMs:desc'],
  typoTolerance: { minWordSizeForTypos: { oneTypo: 4, twoTypos: 8 } },
  // Texts in Han characters alone are Chinese here, not Japanese.
  localizedAttributes: [
    { attributePatterns: ['*'], locales: ['eng', 'fra', 'spa', 'por', 'ara', 'cmn', 'rus'] },
  ],
  faceting: { maxValuesPerFacet: 1_000, sortFacetValuesBy: { '*': 'count' } },
  pagination: { maxTotalHits: 1_000_000 },
};

const LONGEST_QUERY = 200;
const SNIPPET_WORDS = 35;

/**
 * The queries of one search: the page of hits; the exact total with the counts of all facets that are not filtered;
 * then one for each facet that is, without its own filter.
 */
export function toMeiliQueries(request: SearchRequest, indexUid: string): MultiSearchQuery[] {
  const q = plainQuery(request.q);
  const filtered = filteredFacets(request);
  const counted = request.facets ?? [];
  const newest = q === '' || request.sort === 'newest';
  const shared = { indexUid, q, matchingStrategy: 'all' as const };
  return [
    {
      ...shared,
      filter: filterFor(request),
      offset: Math.max(0, Math.trunc(request.offset || 0)),
      limit: Math.min(100, Math.max(1, Math.trunc(request.limit || 20))),
      ...(newest ? { sort: ['atMs:desc'] } : {}),
      attributesToHighlight: ['title', 'text'],
      highlightPreTag: MARK_BEGIN,
      highlightPostTag: MARK_END,
      attributesToCrop: ['text'],
      cropLength: SNIPPET_WORDS,
      cropMarker: ' … ',
    },
    {
      ...shared,
      filter: filterFor(request),
      page: 1,
      hitsPerPage: 0,
      facets: counted.filter((name) => !filtered.includes(name)).map(attributeOf),
    },
    ...selfFiltered(request).map((name) => ({
      ...shared,
      filter: filterFor(request, name),
      page: 1,
      hitsPerPage: 0,
      facets: [attributeOf(name)],
    })),
  ];
}

/** Puts the answers of {@link toMeiliQueries} together. */
export function toSearchAnswer(
  request: SearchRequest,
  results: MultiSearchResult<MeiliDocument>[],
  tookMs: number,
): SearchAnswer {
  const [page, totals, ...others] = results;
  const facets = new Map((request.facets ?? []).map((name) => [name, countsOf(totals, name)]));
  for (const [at, name] of selfFiltered(request).entries()) facets.set(name, countsOf(others[at], name));
  return {
    hits: (page?.hits ?? []).map((hit) => toHit(hit, hit._formatted)),
    total: totals?.totalHits ?? page?.estimatedTotalHits ?? 0,
    facets: Object.fromEntries(facets),
    tookMs,
    corrected: {},
  };
}

/** Words without what Meilisearch would take for operators: quotes (a phrase) and a leading minus (not). */
export function plainQuery(q: string): string {
  return cleanText(String(q ?? '').slice(0, LONGEST_QUERY))
    .replace(/["\ue000\ue001]/g, ' ')
    .replace(/(^|\s)-+/gu, '$1')
    .trim();
}

/** Filter expressions that must all hold. */
export function filterFor(request: SearchRequest, exceptFacet?: string): string[] {
  const facets = filteredFacets(request)
    .filter((name) => name !== exceptFacet)
    .map((name) => oneOf(attributeOf(name), request.filters?.[name] ?? []));
  return [oneOf('audience', request.audiences), ...facets];
}

/** Reads text in which the marks stand as private characters. */
export function toMarkedText(text: string): MarkedText {
  const parts: MarkedText = [];
  for (const [at, piece] of text.split(MARK_BEGIN).entries()) {
    const end = at === 0 ? -1 : piece.indexOf(MARK_END);
    if (end > 0) parts.push({ text: piece.slice(0, end), marked: true });
    const plain = piece.slice(end + 1).replaceAll(MARK_END, '');
    if (plain) parts.push({ text: plain, marked: false });
  }
  return parts;
}

function filteredFacets(request: SearchRequest): string[] {
  return Object.entries(request.filters ?? {})
    .filter(([, values]) => values.length > 0)
    .map(([name]) => name);
}

function selfFiltered(request: SearchRequest): string[] {
  const counted = request.facets ?? [];
  return filteredFacets(request).filter((name) => counted.includes(name));
}

function attributeOf(facet: string): string {
  return facet === 'type' ? 'type' : `facets.${facet}`;
}

function oneOf(attribute: string, values: readonly string[]): string {
  return `${quoted(attribute)} IN [${values.map(quoted).join(', ')}]`;
}

function quoted(value: string): string {
  return `"${plainValue(value).replaceAll('"', '\\"')}"`;
}

function countsOf(
  result: MultiSearchResult<MeiliDocument> | undefined,
  facet: string,
): { value: string; count: number }[] {
  const counts = result?.facetDistribution?.[attributeOf(facet)] ?? {};
  return Object.entries(counts)
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

function toHit(document: MeiliDocument, formatted: Partial<MeiliDocument> | undefined): SearchHit {
  return {
    key: document.key,
    type: document.type,
    url: document.url,
    lang: document.lang ?? undefined,
    at: document.at,
    title: toMarkedText(formatted?.title ?? document.title),
    snippet: toMarkedText(formatted?.text ?? document.text.slice(0, LONGEST_QUERY)),
    facets: document.facets,
  };
}
