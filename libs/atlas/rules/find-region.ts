import { loadReference } from '../reference.js';
import { foldName } from './fold-name.js';

/** What tables call regions beside the names of the United Nations; a name without a key is a region of no fixed borders. */
const OTHER_NAMES: Readonly<Record<string, string | null>> = {
  global: 'region:001',
  worldwide: 'region:001',
  'latin america': 'region:419',
  'latin america and caribbean': 'region:419',
  'latin america and the caribbean': 'region:419',
  lac: 'region:419',
  'sub-saharan africa': 'region:202',
  ssa: 'region:202',
  regional: null,
  'multi-country': null,
  multinational: null,
  interregional: null,
  'developing countries': null,
  'asia pacific': null,
  'asia and the pacific': null,
  'asia-pacific': null,
  'arab states': null,
  'middle east': null,
  'middle east and north africa': null,
  mena: null,
  'europe and central asia': null,
  'europe and the cis': null,
  'eastern europe and central asia': null,
  'africa, regional': 'region:002',
  'asia, regional': 'region:142',
};

let regions: Map<string, string | null> | undefined;

/**
 * Whether a name is that of a region of the world or of a group of countries, in one of our languages.
 * @returns its key (`region:419`, `group:asean`), null where it has none of ours; undefined where it is no such name
 */
export function findRegion(name: string): string | null | undefined {
  regions ??= readNames();
  return regions.get(foldName(name));
}

function readNames(): Map<string, string | null> {
  const { regions, groups } = loadReference();
  const known = Object.entries(OTHER_NAMES).map(([name, key]) => [foldName(name), key] as const);
  const named = (type: string, items: typeof regions | typeof groups) =>
    items.flatMap(({ code, names }) =>
      [code, ...Object.values(names)]
        .filter((name) => !/^\d+$/.test(name))
        .map((name) => [foldName(name), `${type}:${code}`] as const),
    );
  return new Map<string, string | null>([...known, ...named('region', regions), ...named('group', groups)]);
}
