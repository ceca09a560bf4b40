import type { MultiSearchQuery, MultiSearchResult, Settings } from 'meilisearch';
import type { MarkedText, SearchAnswer, SearchHit, SearchRequest } from '../search-index.js';
import { nameOf, readQueryWords } from '../text/query-words.js';
import { cleanText } from '../text/tokenizer.js';
import { MARK_BEGIN, MARK_END, type MeiliDocument, plainValue } from './meili-documents.js';

export const INDEX_SETTINGS: Settings = {
  searchableAttributes: ['title', 'text', 'keywords'],
  filterableAttributes: ['audience', 'type', 'facets', 'names'],
  sortableAttributes: ['atMs'],
  // `sort` comes first, so that "newest" is the whole order and no tie-break; without it the rule does nothing.
  rankingRules: ['sort', 'words', 'typo', 'weight:desc', 'proximity', 'attribute', 'exactness', 'atMs:desc'],
  typoTolerance: { minWordSizeForTypos: { oneTypo: 4, twoTypos: 8 } },
  // Texts in Han characters alone are Chinese here, not Japanese.
  localizedAttributes: [
    { attributePatterns: ['*'], locales: ['eng', 'fra', 'spa', 'por', 'ara', 'cmn', 'rus'] },
  ],
  faceting: { maxValuesPerFacet: 1_000, sortFacetValuesBy: { '*': 'count' } },
  pagination: { maxTotalHits: 1_000_000 },
};

/** Keywords stay on the server. */
const SHOWN_ATTRIBUTES = ['key', 'type', 'title', 'text', 'lang', 'url', 'at', 'facets'];

const LONGEST_QUERY = 200;
const SNIPPET_WORDS = 35;

/** No more documents than this come first because the query is their name. */
const MOST_NAMED = 3;

/**
 * The queries of one search: the page of hits; the exact total with the counts of all facets that are not filtered;
 * then one for each facet that is, without its own filter; and last, for an order by relevance, the documents that
 * the query names, which the first one leaves out.
 */
export function toMeiliQueries(request: SearchRequest, indexUid: string): MultiSearchQuery[] {
  const q = plainQuery(request.q);
  const filtered = filteredFacets(request);
  const counted = request.facets ?? [];
  const shared = { indexUid, q, matchingStrategy: 'all' as const };
  const shown = {
    ...shared,
    attributesToRetrieve: SHOWN_ATTRIBUTES,
    attributesToHighlight: ['title', 'text'],
    highlightPreTag: MARK_BEGIN,
    highlightPostTag: MARK_END,
    attributesToCrop: ['text'],
    cropLength: SNIPPET_WORDS,
    cropMarker: ' … ',
  };
  const name = nameAskedFor(request);
  const { offset, limit, skipped } = pageOf(request);
  return [
    name === null
      ? { ...shown, filter: filterFor(request), sort: ['atMs:desc'], offset, limit }
      : {
          ...shown,
          filter: [...filterFor(request), `names != ${quoted(name)}`],
          offset: offset - skipped,
          limit: limit + skipped,
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
    ...(name === null
      ? []
      : [{ ...shown, filter: [...filterFor(request), `names = ${quoted(name)}`], limit: MOST_NAMED }]),
  ];
}

/** Puts the answers of {@link toMeiliQueries} together. */
export function toSearchAnswer(
  request: SearchRequest,
  results: MultiSearchResult<MeiliDocument>[],
  tookMs: number,
): SearchAnswer {
  const [page, totals, ...others] = results;
  const named = nameAskedFor(request) === null ? undefined : others[selfFiltered(request).length];
  const facets = new Map((request.facets ?? []).map((name) => [name, countsOf(totals, name)]));
  for (const [at, name] of selfFiltered(request).entries()) facets.set(name, countsOf(others[at], name));
  return {
    hits: inPage(request, page?.hits ?? [], named?.hits ?? []).map((hit) => toHit(hit, hit._formatted)),
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

/** The query as a name, where what bears it comes first; null for an order by time. */
function nameAskedFor(request: SearchRequest): string | null {
  if (request.sort === 'newest') return null;
  return nameOf(readQueryWords(request.q)) || null;
}

/** The page, and how many hits before it have to be read as well: as many as named documents may push onto it. */
function pageOf(request: SearchRequest): { offset: number; limit: number; skipped: number } {
  const offset = Math.max(0, Math.trunc(request.offset || 0));
  const limit = Math.min(100, Math.max(1, Math.trunc(request.limit || 20)));
  return { offset, limit, skipped: Math.min(offset, MOST_NAMED) };
}

/** Puts the named documents before all others, of which `hits` are those of this page and a few before. */
function inPage<Hit>(request: SearchRequest, hits: Hit[], named: Hit[]): Hit[] {
  if (nameAskedFor(request) === null) return hits;
  const { offset, limit, skipped } = pageOf(request);
  if (offset < named.length) return [...named.slice(offset), ...hits].slice(0, limit);
  const first = skipped - named.length;
  return hits.slice(first, first + limit);
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
    lang: document.lang,
    at: document.at,
    title: toMarkedText(formatted?.title ?? document.title),
    snippet: toMarkedText(formatted?.text ?? document.text.slice(0, LONGEST_QUERY)),
    facets: document.facets,
  };
}
