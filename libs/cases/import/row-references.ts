import { type CaseReferences, targetKey, toKey } from '../case-references.js';
import type { ActorRole, ActorType, CountryRole } from '../rules/case-codes.js';
import { type CaseLinks, withGoals } from '../rules/case-content.js';
import { joinRoles } from '../rules/join-roles.js';
import type { Remark } from './cell-reader.js';
import type { MappedRow } from './map-row.js';
import type { PlaceCell, PlaceNames } from './place-names.js';

/** A row whose codes and countries are known to exist. Its actors are found, or added, when it is written. */
export interface ResolvedRow extends MappedRow {
  links: CaseLinks;
  namedActors: { name: string; role: ActorRole; type?: ActorType; country?: string }[];
}

/** What a row comes to: a case, reasons to refuse it, or a reason to leave it out. */
export type FoundRow = { resolved: ResolvedRow } | { refusals: Remark[] } | { leftOut: Remark };

/** Finds what rows refer to; keeps what it has found for the rows to come. */
export class RowReferences {
  /** By key, whether the atlas has it. */
  private readonly known = new Map<string, boolean>();

  constructor(
    private readonly references: CaseReferences,
    private readonly places: PlaceNames,
  ) {}

  async resolve(row: MappedRow): Promise<FoundRow> {
    const told = { refusals: [] as Remark[], notes: [...row.notes], leftOut: [] as Remark[] };
    const countries = new Map<string, CaseLinks['countries'][number]>();
    for (const { role, ...cell } of row.countries) {
      for (const key of this.countriesOf(cell, told)) {
        const earlier = countries.get(key);
        const joined = earlier ? joinRoles(earlier.role, role) : role;
        if (joined) countries.set(key, { key, role: joined });
        else told.refusals.push(contradiction(key, earlier?.role ?? role, role));
      }
    }
    const namedActors = row.actors.map(({ name, role, type, countryName }) => {
      const cell = countryName && { written: countryName, separators: [], codes: false };
      const [key] = cell ? this.countriesOf(cell, told) : [];
      return { name, role, type, country: key?.slice('country:'.length) };
    });
    const links: CaseLinks = {
      countries: [...countries.values()],
      actors: [],
      themes: [...new Set(row.themes.map((code) => toKey('theme', code)))],
      targets: withGoals(row.targets.map(targetKey)),
      modality: row.modality && toKey('modality', row.modality),
    };
    told.refusals.push(...(await this.findUnknown(links)));
    const [leftOut] = told.leftOut;
    if (told.refusals.length > 0) return { refusals: told.refusals };
    return leftOut ? { leftOut } : { resolved: { ...row, notes: told.notes, links, namedActors } };
  }

  private countriesOf(
    cell: PlaceCell,
    told: { refusals: Remark[]; notes: Remark[]; leftOut: Remark[] },
  ): string[] {
    const places = this.places.find(cell);
    for (const place of places) {
      if (!('outcome' in place)) continue;
      if (place.outcome === 'reject') told.refusals.push(place.remark);
      else if (place.outcome === 'leave-out') told.leftOut.push(place.remark);
      else told.notes.push(place.remark);
    }
    return places.flatMap(({ countries }) => countries.map((iso3) => `country:${iso3}`));
  }

  private async findUnknown({ countries, themes, targets, modality }: CaseLinks): Promise<Remark[]> {
    const keys = [...countries.map(({ key }) => key), ...themes, ...targets, ...(modality ? [modality] : [])];
    const open = keys.filter((key) => !this.known.has(key));
    if (open.length > 0) {
      const wanted = open.map((key) => ({ field: key, key, kind: 'entity' }));
      const unknown = new Set((await this.references.findUnknown(wanted)).map(({ key }) => key));
      for (const key of open) this.known.set(key, !unknown.has(key));
    }
    return keys
      .filter((key) => !this.known.get(key))
      .map((key) => ({ kind: 'a code is not in the atlas', text: `"${key}" is not in the atlas` }));
  }
}

function contradiction(key: string, one: CountryRole, other: CountryRole): Remark {
  const roles = [one, other].sort().join(' and ');
  return {
    kind: `country: cannot be ${roles} at once`,
    text: `country ${key.slice('country:'.length)}: cannot be ${roles} at once`,
  };
}
