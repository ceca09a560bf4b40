import type { CountryReconciler } from '../../atlas/index.js';
import { type CaseReferences, targetKey, toKey } from '../case-references.js';
import type { ActorRole, ActorType } from '../rules/case-codes.js';
import { type CaseLinks, withGoals } from '../rules/case-content.js';
import type { MappedRow } from './map-row.js';

/** A row whose codes and countries are known to exist. Its actors are found, or added, when it is written. */
export interface ResolvedRow extends MappedRow {
  links: CaseLinks;
  namedActors: { name: string; role: ActorRole; type?: ActorType; country?: string }[];
}

/** Finds what rows refer to; keeps what it has found for the rows to come. */
export class RowReferences {
  readonly countries = { given: 0, reconciled: 0 };
  /** By key, whether the atlas has it. */
  private readonly known = new Map<string, boolean>();

  constructor(
    private readonly references: CaseReferences,
    private readonly reconciler: CountryReconciler,
  ) {}

  async resolve(row: MappedRow): Promise<{ resolved: ResolvedRow } | { reasons: string[] }> {
    const reasons: string[] = [];
    const countries = new Map<string, CaseLinks['countries'][number]>();
    for (const { name, role } of row.countries) {
      const key = this.countryOf(name, reasons);
      if (key && !countries.has(key)) countries.set(key, { key, role });
    }
    const namedActors = row.actors.map(({ name, role, type, countryName }) => {
      const key = countryName ? this.countryOf(countryName, reasons) : null;
      return { name, role, type, country: key?.slice('country:'.length) };
    });
    const links: CaseLinks = {
      countries: [...countries.values()],
      actors: [],
      themes: [...new Set(row.themes.map((code) => toKey('theme', code)))],
      targets: withGoals(row.targets.map(targetKey)),
      modality: row.modality && toKey('modality', row.modality),
    };
    reasons.push(...(await this.findUnknown(links)));
    return reasons.length > 0 ? { reasons } : { resolved: { ...row, links, namedActors } };
  }

  private countryOf(name: string, reasons: string[]): string | null {
    this.countries.given++;
    const found = this.reconciler.reconcile(name);
    if (found) {
      this.countries.reconciled++;
      return `country:${found.iso3}`;
    }
    const why = this.reconciler.findRefusal(name)?.reason;
    reasons.push(`country "${name.slice(0, 60)}" was not recognised${why ? `: ${why}` : ''}`);
    return null;
  }

  private async findUnknown({ countries, themes, targets, modality }: CaseLinks): Promise<string[]> {
    const keys = [...countries.map(({ key }) => key), ...themes, ...targets, ...(modality ? [modality] : [])];
    const open = keys.filter((key) => !this.known.has(key));
    if (open.length > 0) {
      const wanted = open.map((key) => ({ field: key, key, kind: 'entity' }));
      const unknown = new Set((await this.references.findUnknown(wanted)).map(({ key }) => key));
      for (const key of open) this.known.set(key, !unknown.has(key));
    }
    return keys.filter((key) => !this.known.get(key)).map((key) => `"${key}" is not in the atlas`);
  }
}
