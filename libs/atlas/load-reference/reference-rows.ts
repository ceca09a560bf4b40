import type { ReferenceType } from '../contracts.js';
import type { AtlasReference } from '../reference-records.js';

/** A reference record as it stands in the graph; properties that are null are left out there. */
export interface ReferenceRow {
  key: string;
  code: string;
  title: string;
  url: string;
  properties: Record<string, string | boolean | null>;
}

/** A relationship between two reference records, by their keys. */
export interface ReferenceLink {
  from: string;
  to: string;
  source: string;
  properties: Record<string, string | number | null>;
}

export type ReferenceRelation = 'PART_OF' | 'IN_INCOME_GROUP' | 'MEMBER_OF' | 'NARROWER_THAN' | 'SERVES';

/** All rows of the reference data, each type before those that point at it. */
export function referenceRows(reference: AtlasReference): Record<ReferenceType, ReferenceRow[]> {
  return {
    region: reference.regions.map(({ code, names, level }) =>
      row('region', code, names.en, `/regions/${code}`, { level }),
    ),
    income: reference.incomeGroups.map(({ code, names }) =>
      row('income', code, names.en, `/countries?income=${code}`),
    ),
    country: reference.countries.map(({ iso3, iso2, m49, names, incomeGroup, unMember }) =>
      row('country', iso3, names.en, `/countries/${iso3}`, { iso2, m49, incomeGroup, unMember }),
    ),
    group: reference.groups.map(({ code, names }) => row('group', code, names.en, `/groups/${code}`)),
    sdg: reference.sdgs.map(({ code, names, color }) =>
      row('sdg', code, names.en, `/sdgs/${code}`, { color }),
    ),
    target: reference.sdgTargets.map(({ code, goal, texts }) =>
      row('target', code, `${code} ${texts.en}`, `/sdgs/${goal}#target-${code}`),
    ),
    theme: reference.themes.map(({ code, names }) =>
      row('theme', code, names.en, `/themes/${code}`, { names: JSON.stringify(names) }),
    ),
    sector: reference.sectors.map(({ code, names, level }) =>
      row('sector', code, names.en, `/explore?sector=${code}`, { level }),
    ),
    modality: reference.modalities.map(({ code, names }) =>
      row('modality', code, names.en, `/explore?modality=${code}`),
    ),
  };
}

/** All relationships between reference records. A country hangs under the smallest region that holds it. */
export function referenceLinks(reference: AtlasReference): Record<ReferenceRelation, ReferenceLink[]> {
  return {
    PART_OF: [
      ...reference.regions.flatMap(({ code, parent }) =>
        parent === null ? [] : [link(`region:${code}`, `region:${parent}`, 'm49')],
      ),
      ...reference.countries.flatMap(({ iso3, intermediateRegion, subregion, region }) => {
        const smallest = intermediateRegion ?? subregion ?? region;
        return smallest === null ? [] : [link(`country:${iso3}`, `region:${smallest}`, 'm49')];
      }),
      ...reference.sdgTargets.map(({ code, goal }) => link(`target:${code}`, `sdg:${goal}`, 'sdgs')),
      ...reference.sectors.flatMap(({ code, parent }) =>
        parent === null ? [] : [link(`sector:${code}`, `sector:${parent}`, 'sectors')],
      ),
    ],
    IN_INCOME_GROUP: reference.countries.flatMap(({ iso3, incomeGroup }) =>
      incomeGroup === null ? [] : [link(`country:${iso3}`, `income:${incomeGroup}`, 'income-groups')],
    ),
    MEMBER_OF: reference.groups.flatMap(({ code, members }) =>
      members.flatMap((membership) => {
        const { country, from, to = null, status, precision = null, source: page, checkedOn } = membership;
        if (country === undefined) return [];
        const properties = { from, to, status, precision, page, checkedOn };
        return [link(`country:${country}`, `group:${code}`, `groups/${code}`, properties)];
      }),
    ),
    NARROWER_THAN: reference.themes.flatMap(({ code, parent }) =>
      parent === null ? [] : [link(`theme:${code}`, `theme:${parent}`, 'themes')],
    ),
    SERVES: reference.themes.flatMap(({ code, sdgs }) =>
      sdgs.map((sdg, index) => link(`theme:${code}`, `sdg:${sdg}`, 'themes', { rank: index + 1 })),
    ),
  };
}

function row(
  type: ReferenceType,
  code: string,
  title: string,
  url: string,
  properties: ReferenceRow['properties'] = {},
): ReferenceRow {
  return { key: `${type}:${code}`, code, title, url, properties: { ...properties, type } };
}

function link(
  from: string,
  to: string,
  list: string,
  properties: ReferenceLink['properties'] = {},
): ReferenceLink {
  return { from, to, source: `reference:${list}`, properties };
}
