import { Injectable } from '@nestjs/common';
import { entityKey } from '../../platform/entities/entity.js';
import type { IndexSource } from '../../platform/search/index-source.js';
import { IndexedSource } from '../../platform/search/indexer.js';
import type { SearchDocument } from '../../platform/search/search-index.js';
import { loadPlaceSpellings, loadReference } from '../reference.js';
import { referenceIndex, regionsAround } from '../reference-index.js';
import type { Country, CountryGroup, Sdg } from '../reference-records.js';

/** Reference data was there before everything else, so that it never stands among what is new. */
export const BEFORE_EVERYTHING = '1970-01-01T00:00:00.000Z';

/** What people have written is looked for more than what it is filed under. */
export const REFERENCE_WEIGHT = 0.1;

/** Countries, groups or goals: what changes only with a release, and is indexed when the whole index is built. */
abstract class ReferenceIndexSource implements IndexSource {
  abstract readonly type: string;
  readonly hears: string[] = [];

  protected abstract documents(): SearchDocument[];

  keysFor(): string[] {
    return [];
  }

  async load(keys: string[]): Promise<{ put: SearchDocument[]; remove: string[] }> {
    const put = this.documents().filter(({ key }) => keys.includes(key));
    const found = new Set(put.map(({ key }) => key));
    return { put, remove: keys.filter((key) => !found.has(key)) };
  }

  async *all(): AsyncIterable<SearchDocument[]> {
    yield this.documents();
  }
}

@Injectable()
@IndexedSource()
export class CountryIndexSource extends ReferenceIndexSource {
  readonly type = 'country';

  protected documents(): SearchDocument[] {
    const aliases = new Map(loadPlaceSpellings().countries.map((names) => [names.iso3, names.aliases]));
    return loadReference().countries.map((country) => toCountryDocument(country, aliases.get(country.iso3)));
  }
}

@Injectable()
@IndexedSource()
export class GroupIndexSource extends ReferenceIndexSource {
  readonly type = 'group';

  protected documents(): SearchDocument[] {
    return loadReference().groups.map(toGroupDocument);
  }
}

@Injectable()
@IndexedSource()
export class SdgIndexSource extends ReferenceIndexSource {
  readonly type = 'sdg';

  protected documents(): SearchDocument[] {
    return loadReference().sdgs.map(toSdgDocument);
  }
}

function toCountryDocument(country: Country, aliases: readonly string[] = []): SearchDocument {
  const { iso3, iso2, names } = country;
  return {
    key: entityKey('country', iso3),
    type: 'country',
    title: names.en,
    text: textOf([...Object.values(names), ...aliases, iso3, iso2]),
    names: [...Object.values(names), ...aliases],
    weight: REFERENCE_WEIGHT,
    url: `/countries/${iso3}`,
    audience: ['public'],
    facets: { country: [iso3], region: regionsAround(country).map(({ code }) => code) },
    at: BEFORE_EVERYTHING,
  };
}

function toGroupDocument({ code, names }: CountryGroup): SearchDocument {
  return {
    key: entityKey('group', code),
    type: 'group',
    title: names.en,
    text: textOf([...Object.values(names), code]),
    names: [...Object.values(names), code],
    weight: REFERENCE_WEIGHT,
    url: `/groups/${code}`,
    audience: ['public'],
    facets: {},
    at: BEFORE_EVERYTHING,
  };
}

function toSdgDocument({ code, names, titles }: Sdg): SearchDocument {
  const targets = referenceIndex().targets.get(code) ?? [];
  const official = [titles, ...targets.map(({ texts }) => texts)];
  return {
    key: entityKey('sdg', code),
    type: 'sdg',
    title: names.en,
    text: textOf([
      `SDG ${code}`,
      ...Object.values(names),
      ...official.flatMap(({ en, fr = '' }) => [en, fr]),
    ]),
    names: [...Object.values(names), `SDG ${code}`],
    weight: REFERENCE_WEIGHT,
    url: `/sdgs/${code}`,
    audience: ['public'],
    facets: { sdg: [code] },
    at: BEFORE_EVERYTHING,
  };
}

/** Names that are alike in several languages count once. */
export function textOf(parts: readonly string[]): string {
  return [...new Set(parts)].filter((part) => part !== '').join('\n');
}
