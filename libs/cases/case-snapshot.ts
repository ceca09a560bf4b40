import type { ActorRole, CountryRole } from './rules/case-codes.js';
import type { CaseContent, CaseLinks } from './rules/case-content.js';

/** A version of a case as it is kept: what the author sent, with codes and keys instead of links. */
export interface CaseSnapshot extends CaseContent {
  countries: { country: string; role: CountryRole }[];
  actors: { key: string; role: ActorRole }[];
  themes: string[];
  targets: string[];
  modality: string | null;
}

export function toSnapshot(content: CaseContent, links: CaseLinks): CaseSnapshot {
  return {
    ...content,
    countries: links.countries.map(({ key, role }) => ({ country: codeOf(key), role })),
    actors: links.actors,
    themes: links.themes.map(codeOf),
    targets: links.targets.map(codeOf),
    modality: links.modality && codeOf(links.modality),
  };
}

/** `PER` of `country:PER`. */
export function codeOf(key: string): string {
  return key.slice(key.indexOf(':') + 1);
}
