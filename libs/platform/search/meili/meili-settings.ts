import type { Settings } from 'meilisearch';

/** Raise it whenever {@link INDEX_SETTINGS} or what documents hold changes: an index of another shape is filled anew. */
export const INDEX_SHAPE = 1;

/** From so many letters on one typo is forgiven, and two; none in numbers. */
const ONE_TYPO_FROM = 5;
const TWO_TYPOS_FROM = 9;

/** What leaves the server. The words by which things are found stay there. */
export const SHOWN_ATTRIBUTES = ['key', 'type', 'title', 'text', 'lang', 'url', 'at', 'facets'];

export const INDEX_SETTINGS: Settings = {
  searchableAttributes: ['titleWords', 'textWords', 'keywords'],
  displayedAttributes: SHOWN_ATTRIBUTES,
  filterableAttributes: ['audience', 'type', 'facets', 'names', 'id'],
  sortableAttributes: ['atMs'],
  // `sort` comes first, so that "newest" is the whole order and no tie-break; without it the rule does nothing.
  rankingRules: ['sort', 'words', 'typo', 'weight:desc', 'proximity', 'attribute', 'exactness', 'atMs:desc'],
  typoTolerance: {
    minWordSizeForTypos: { oneTypo: ONE_TYPO_FROM, twoTypos: TWO_TYPOS_FROM },
    disableOnNumbers: true,
  },
  // Texts in Han characters alone are Chinese here, not Japanese.
  localizedAttributes: [
    { attributePatterns: ['*'], locales: ['eng', 'fra', 'spa', 'por', 'ara', 'cmn', 'rus'] },
  ],
  faceting: { maxValuesPerFacet: 1_000, sortFacetValuesBy: { '*': 'count' } },
  pagination: { maxTotalHits: 1_000_000 },
};

/** How many typos the server forgives in a word. */
export function typosForgivenThere(word: string): number {
  if (word.length < ONE_TYPO_FROM || /^\p{N}+$/u.test(word)) return 0;
  return word.length < TWO_TYPOS_FROM ? 1 : 2;
}
