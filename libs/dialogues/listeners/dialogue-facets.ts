import { type EntityRef, parseEntityKey } from '../../platform/entities/entity.js';

const FACET_TYPES = ['country', 'sdg', 'theme'];

/** The values by which a dialogue and its statements are filtered. */
export function facetsOf(about: EntityRef[], lang: string | null, at: string): Record<string, string[]> {
  const facets: Record<string, string[]> = { year: [at.slice(0, 4)], ...(lang ? { lang: [lang] } : {}) };
  for (const { key } of about) {
    const { type, id } = parseEntityKey(key);
    if (FACET_TYPES.includes(type)) facets[type] = [...(facets[type] ?? []), id];
  }
  return facets;
}
