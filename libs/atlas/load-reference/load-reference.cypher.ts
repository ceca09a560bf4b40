import { type CypherQuery, readQuery, writeQuery } from '../../platform/graph/graph.js';
import type { ReferenceType } from '../contracts.js';
import type { ReferenceLink, ReferenceRelation, ReferenceRow } from './reference-rows.js';

/** The node that says which reference data the graph holds. */
export const REFERENCE_LOAD_ID = 'atlas';

export const findReferenceLoad = readQuery<{ id: string }, { digest: string | null }>(
  'atlas/find-reference-load',
  'MATCH (l:ReferenceLoad {id: $id}) RETURN l.digest AS digest',
);

/** Takes the load for this transaction: nobody else loads, or changes themes, meanwhile. */
export const takeReferenceLoad = writeQuery<
  { id: string },
  { digest: string | null; removedThemes: string[] | null }
>(
  'atlas/take-reference-load',
  `MERGE (l:ReferenceLoad {id: $id})
   SET l.touched = coalesce(l.touched, 0) + 1
   RETURN l.digest AS digest, l.removedThemes AS removedThemes`,
);

export const recordReferenceLoad = writeQuery<{ id: string; digest: string; at: string }, { id: string }>(
  'atlas/record-reference-load',
  `MATCH (l:ReferenceLoad {id: $id})
   SET l.digest = $digest, l.loadedAt = $at
   RETURN l.id AS id`,
);

export const listKnownKeys = readQuery<{ keys: string[] }, { key: string; edited: boolean }>(
  'atlas/list-known-keys',
  `UNWIND $keys AS key
   MATCH (n:Entity {key: key})
   RETURN n.key AS key, n.editedAt IS NOT NULL AS edited`,
);

const LABELS: Record<ReferenceType, string> = {
  region: 'Region',
  income: 'IncomeGroup',
  country: 'Country',
  group: 'CountryGroup',
  sdg: 'Sdg',
  target: 'SdgTarget',
  theme: 'Theme',
  sector: 'Sector',
  modality: 'Modality',
};

type WriteRows = CypherQuery<{ rows: ReferenceRow[] }, { count: number }>;

function creating(type: ReferenceType): WriteRows {
  return writeQuery(
    `atlas/create-${type}-records`,
    `UNWIND $rows AS row
     CREATE (n:${LABELS[type]}:Entity {key: row.key, code: row.code, title: row.title, url: row.url})
     SET n += row.properties
     RETURN count(n) AS count`,
  );
}

export const createRegions = creating('region');
export const createIncomeGroups = creating('income');
export const createCountries = creating('country');
export const createCountryGroups = creating('group');
export const createSdgs = creating('sdg');
export const createSdgTargets = creating('target');
export const createReferenceThemes = creating('theme');
export const createSectors = creating('sector');
export const createModalities = creating('modality');

export const updateReferenceRecords: WriteRows = writeQuery(
  'atlas/update-reference-records',
  `UNWIND $rows AS row
   MATCH (n:Entity {key: row.key})
   SET n.title = row.title, n.url = row.url, n += row.properties
   RETURN count(n) AS count`,
);

/** Relationships that start at these records and came from the reference data. */
export const removeReferenceLinks = writeQuery<{ keys: string[] }, { count: number }>(
  'atlas/remove-reference-links',
  `UNWIND $keys AS key
   MATCH (n:Entity {key: key})-[r]->(:Entity)
   WHERE r.source STARTS WITH 'reference:'
   DELETE r
   RETURN count(r) AS count`,
);

type WriteLinks = CypherQuery<{ links: ReferenceLink[]; at: string }, { count: number }>;

function linking(relation: ReferenceRelation): WriteLinks {
  return writeQuery(
    `atlas/link-${relation.toLowerCase().replaceAll('_', '-')}`,
    `UNWIND $links AS link
     MATCH (a:Entity {key: link.from})
     MATCH (b:Entity {key: link.to})
     CREATE (a)-[r:${relation} {source: link.source, at: $at}]->(b)
     SET r += link.properties
     RETURN count(r) AS count`,
  );
}

export const linkPartOf = linking('PART_OF');
export const linkIncomeGroup = linking('IN_INCOME_GROUP');
export const linkMemberOf = linking('MEMBER_OF');
export const linkNarrowerThan = linking('NARROWER_THAN');
export const linkServes = linking('SERVES');
