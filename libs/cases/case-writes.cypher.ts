import { writeQuery } from '../platform/graph/graph.js';
import type { CaseLinkType } from './cases.cypher.js';

/** Everything on the node of a case but its identity. Null removes a property. */
export type CaseProperties = Record<string, string | number | boolean | null>;

export interface NewLink {
  caseId: string;
  key: string;
  role: string | null;
}

export const createCases = writeQuery<
  { cases: { id: string; key: string; url: string; properties: CaseProperties }[] },
  { id: string }
>(
  'cases/create-cases',
  `UNWIND $cases AS new
   CREATE (c:CaseStudy:Entity {id: new.id, key: new.key, type: 'case', url: new.url})
   SET c += new.properties
   RETURN c.id AS id`,
);

export const changeCase = writeQuery<{ id: string; properties: CaseProperties }, { id: string }>(
  'cases/change-case',
  `MATCH (c:CaseStudy {id: $id})
   SET c += $properties
   RETURN c.id AS id`,
);

/** Takes the case for this transaction: nobody else changes it meanwhile. */
export const takeCase = writeQuery<{ id: string }, { id: string }>(
  'cases/take-case',
  `MATCH (c:CaseStudy {id: $id})
   SET c.lock = true
   RETURN c.id AS id`,
);

function linkQuery(name: string, link: CaseLinkType) {
  return writeQuery<{ links: NewLink[]; source: string; at: string }, { links: number }>(
    name,
    `UNWIND $links AS link
     MATCH (c:CaseStudy {id: link.caseId})
     MATCH (n:Entity {key: link.key})
     CREATE (c)-[:${link} {role: link.role, source: $source, at: $at}]->(n)
     RETURN count(n) AS links`,
  );
}

export const linkCountries = linkQuery('cases/link-countries', 'HAPPENED_IN');
export const linkActors = linkQuery('cases/link-actors', 'INVOLVED');
export const linkThemes = linkQuery('cases/link-themes', 'ADDRESSES');
export const linkTargets = linkQuery('cases/link-targets', 'TARGETS');
export const linkModality = linkQuery('cases/link-modality', 'USED_MODALITY');
export const linkContributor = linkQuery('cases/link-contributor', 'CONTRIBUTED_BY');

export const unlink = writeQuery<{ id: string; link: CaseLinkType; keys: string[] }, { links: number }>(
  'cases/unlink',
  `MATCH (c:CaseStudy {id: $id})-[r]->(n:Entity)
   WHERE type(r) = $link AND n.key IN $keys
   DELETE r
   RETURN count(n) AS links`,
);

export const createCaseVersions = writeQuery<
  {
    versions: { key: string; caseId: string; number: number; data: string; note: string | null }[];
    at: string;
  },
  { versions: number }
>(
  'cases/create-case-versions',
  `UNWIND $versions AS version
   MATCH (c:CaseStudy {id: version.caseId})
   CREATE (v:CaseVersion {key: version.key, number: version.number, at: $at, data: version.data, note: version.note})
   CREATE (v)-[:VERSION_OF]->(c)
   RETURN count(v) AS versions`,
);

export const linkVersionWriter = writeQuery<{ key: string; personId: string }, { key: string }>(
  'cases/link-version-writer',
  `MATCH (v:CaseVersion {key: $key})
   MATCH (p:Person {id: $personId})
   CREATE (v)-[:WRITTEN_BY]->(p)
   RETURN v.key AS key`,
);
