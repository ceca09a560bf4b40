import type { MultiSearchQuery, MultiSearchResult } from 'meilisearch';
import type { SearchAnswer, SearchHit, SearchRequest } from '../search-index.js';
import { nameOf, type QueryWord, readQueryWords } from '../text/query-words.js';
import { WordMarker } from '../text/snippet.js';
import { type MeiliDocument, plainValue } from './meili-documents.js';
import { wordsFoundIn } from './meili-marks.js';
import { SHOWN_ATTRIBUTES } from './meili-settings.js';

/** The server leaves out of account what comes after so many words. */
const MOST_WORDS = 10;

/** Eleven words seldom stand together in more documents than this. */
const MOST_AMONG = 1_000;

/** No more documents than this come first because the query is their name. */
const MOST_NAMED = 3;

/**
 * The queries of one search: the page of hits; the exact total with the counts of all facets that are not filtered;
 * then one for each facet that is, without its own filter; and last, for an order by relevance, the documents that
 * the query names, which the first one leaves out.
 * @param among ids of the documents to look among, when the words before the last {@link queryParts} have found them
 */
export function toMeiliQueries(
  request: SearchRequest,
  indexUid: string,
  among: readonly string[] | null = null,
): MultiSearchQuery[] {
  const q = queryParts(request.q).at(-1) ?? '';
  const filters = (exceptFacet?: string) => [
    ...filterFor(request, exceptFacet),
    ...(among ? [oneOf('id', among)] : []),
  ];
  const filtered = filteredFacets(request);
  const counted = request.facets ?? [];
  const shared = { indexUid, q, matchingStrategy: 'all' as const };
  const shown = {
    ...shared,
    attributesToRetrieve: SHOWN_ATTRIBUTES,
  };
  const name = nameAskedFor(request);
  const { offset, limit, skipped } = pageOf(request);
  return [
    name === null
      ? { ...shown, filter: filters(), sort: ['atMs:desc'], offset, limit }
      : {
          ...shown,
          filter: [...filters(), `names != ${quoted(name)}`],
          offset: offset - skipped,
          limit: limit + skipped,
        },
    {
      ...shared,
      filter: filters(),
      page: 1,
      hitsPerPage: 0,
      facets: counted.filter((name) => !filtered.includes(name)).map(attributeOf),
    },
    ...selfFiltered(request).map((name) => ({
      ...shared,
      filter: filters(name),
      page: 1,
      hitsPerPage: 0,
      facets: [attributeOf(name)],
    })),
    ...(name === null
      ? []
      : [{ ...shown, filter: [...filters(), `names = ${quoted(name)}`], limit: MOST_NAMED }]),
  ];
}

/** Puts the answers of {@link toMeiliQueries} together. */
export function toSearchAnswer(
  request: SearchRequest,
  results: MultiSearchResult<MeiliDocument>[],
  tookMs: number,
): SearchAnswer {
  const words = readQueryWords(request.q);
  const [page, totals, ...others] = results;
  const named = nameAskedFor(request) === null ? undefined : others[selfFiltered(request).length];
  const facets = new Map((request.facets ?? []).map((name) => [name, countsOf(totals, name)]));
  for (const [at, name] of selfFiltered(request).entries()) facets.set(name, countsOf(others[at], name));
  return {
    hits: inPage(request, page?.hits ?? [], named?.hits ?? []).map((hit) => toHit(hit, words)),
    total: totals?.totalHits ?? page?.estimatedTotalHits ?? 0,
    facets: Object.fromEntries(facets),
    tookMs,
    corrected: {},
  };
}

/**
 * The query as plain words, in parts of as many as the server takes at once. The last word of all may be unfinished;
 * those before are closed by a space.
 */
export function queryParts(q: string): string[] {
  const words = readQueryWords(q).map(({ typed, terms, unspaced }) => (unspaced ? typed : terms[0]!));
  const parts: string[] = [];
  for (let at = 0; at < words.length; at += MOST_WORDS) {
    const isLast = at + MOST_WORDS >= words.length;
    parts.push(words.slice(at, at + MOST_WORDS).join(' ') + (isLast ? '' : ' '));
  }
  return parts;
}

/** For the parts before the last: which documents hold all of their words. */
export function toPartQuery(
  request: SearchRequest,
  part: string,
  indexUid: string,
  among: readonly string[] | null,
): MultiSearchQuery {
  const filter = [...filterFor(request), ...(among ? [oneOf('id', among)] : [])];
  // The id is made of the key.
  return {
    indexUid,
    q: part,
    matchingStrategy: 'all',
    filter,
    attributesToRetrieve: ['key'],
    limit: MOST_AMONG,
  };
}

/** Filter expressions that must all hold. */
export function filterFor(request: SearchRequest, exceptFacet?: string): string[] {
  const facets = filteredFacets(request)
    .filter((name) => name !== exceptFacet)
    .map((name) => oneOf(attributeOf(name), request.filters?.[name] ?? []));
  return [oneOf('audience', request.audiences), ...facets];
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

function toHit(document: MeiliDocument, words: readonly QueryWord[]): SearchHit {
  const { key, type, url, lang, at, title, text, facets } = document;
  const marker = new WordMarker(wordsFoundIn(words, [title, text]));
  return { key, type, url, lang, at, title: marker.mark(title), snippet: marker.snippet(text), facets };
}
