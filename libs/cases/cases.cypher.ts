import { readQuery } from '../platform/graph/graph.js';
import { beforePosition, type PageWindow } from '../platform/graph/page-window.js';
import type { ContributorRef } from './contracts.js';

/** The kinds of links that start at a case. */
export type CaseLinkType =
  | 'HAPPENED_IN'
  | 'INVOLVED'
  | 'ADDRESSES'
  | 'TARGETS'
  | 'USED_MODALITY'
  | 'CONTRIBUTED_BY';

export interface CaseLinkRow {
  link: CaseLinkType;
  role: string | null;
  key: string;
  type: string;
  title: string;
  url: string;
  actorType: string | null;
}

export interface CaseRow {
  id: string;
  title: string;
  url: string;
  lang: string | null;
  summary: string | null;
  context: string | null;
  approach: string | null;
  whatWorked: string | null;
  whatDidNot: string | null;
  /** JSON, see `rules/case-content.ts`. */
  results: string | null;
  inputs: string | null;
  startYear: number | null;
  endYear: number | null;
  ongoing: boolean | null;
  scale: string | null;
  status: 'draft' | 'published';
  version: number;
  publishedVersion: number | null;
  createdAt: string;
  updatedAt: string;
  publishedAt: string | null;
  sourceName: string | null;
  sourceUrl: string | null;
  links: CaseLinkRow[];
}

const LINKS = 'HAPPENED_IN|INVOLVED|ADDRESSES|TARGETS|USED_MODALITY|CONTRIBUTED_BY';

const CASE_ROW = `c.id AS id, c.title AS title, c.url AS url, c.lang AS lang, c.summary AS summary,
  c.context AS context, c.approach AS approach, c.whatWorked AS whatWorked, c.whatDidNot AS whatDidNot,
  c.results AS results, c.inputs AS inputs, c.startYear AS startYear, c.endYear AS endYear, c.ongoing AS ongoing,
  c.scale AS scale, c.status AS status, c.version AS version, c.publishedVersion AS publishedVersion,
  c.createdAt AS createdAt, c.updatedAt AS updatedAt, c.publishedAt AS publishedAt,
  c.sourceName AS sourceName, c.sourceUrl AS sourceUrl,
  [(c)-[r:${LINKS}]->(n:Entity) | {link: type(r), role: r.role, key: n.key, type: n.type, title: n.title,
                                   url: n.url, actorType: n.actorType}] AS links`;

export const findCase = readQuery<{ id: string }, CaseRow>(
  'cases/find-case',
  `MATCH (c:CaseStudy {id: $id})
   RETURN ${CASE_ROW}`,
);

export const listCasesById = readQuery<{ ids: string[] }, CaseRow>(
  'cases/list-cases-by-id',
  `UNWIND $ids AS id
   MATCH (c:CaseStudy {id: id})
   RETURN ${CASE_ROW} ORDER BY id`,
);

export const findCaseByClientKey = readQuery<
  { clientKey: string },
  { id: string; title: string; contributorId: string }
>(
  'cases/find-case-by-client-key',
  `MATCH (c:CaseStudy {clientKey: $clientKey})-[:CONTRIBUTED_BY]->(p:Person)
   RETURN c.id AS id, c.title AS title, p.id AS contributorId`,
);

/** A draft has no publishedAt and so is in none of these lists. */
const BEFORE_POSITION = beforePosition('c.publishedAt');

const NEWEST = `WITH DISTINCT c ORDER BY c.publishedAt DESC, c.id DESC LIMIT $limit
   RETURN ${CASE_ROW} ORDER BY publishedAt DESC, id DESC`;

export const listPublishedCases = readQuery<PageWindow, CaseRow>(
  'cases/list-published-cases',
  `MATCH (c:CaseStudy)
   WHERE c.publishedAt >= $since AND ${BEFORE_POSITION}
   ${NEWEST}`,
);

/** Published cases that are linked to at least one of the entities. */
export const listCasesLinkedTo = readQuery<Omit<PageWindow, 'since'> & { keys: string[] }, CaseRow>(
  'cases/list-cases-linked-to',
  `UNWIND $keys AS key
   MATCH (:Entity {key: key})<-[:${LINKS}]-(c:CaseStudy)
   WHERE ${BEFORE_POSITION}
   ${NEWEST}`,
);

/** The same, of which each is also linked to at least one of every list in `others`. */
export const listCasesLinkedToAll = readQuery<
  Omit<PageWindow, 'since'> & { keys: string[]; others: string[][] },
  CaseRow
>(
  'cases/list-cases-linked-to-all',
  `UNWIND $keys AS key
   MATCH (:Entity {key: key})<-[:${LINKS}]-(c:CaseStudy)
   WHERE ${BEFORE_POSITION}
   WITH DISTINCT c
   MATCH (c)-[:${LINKS}]->(o:Entity)
   WITH c, collect(o.key) AS linked
   WHERE all(alternatives IN $others WHERE any(other IN alternatives WHERE other IN linked))
   ${NEWEST}`,
);

/** All cases of a person, drafts included, by their last change. */
export const listCasesOfContributor = readQuery<
  { personId: string; at: string; id: string; limit: number },
  CaseRow
>(
  'cases/list-cases-of-contributor',
  `MATCH (:Person {id: $personId})<-[:CONTRIBUTED_BY]-(c:CaseStudy)
   WHERE ${beforePosition('c.updatedAt')}
   WITH c ORDER BY c.updatedAt DESC, c.id DESC LIMIT $limit
   RETURN ${CASE_ROW} ORDER BY updatedAt DESC, id DESC`,
);

/** All cases in their order, for the search index and for comparisons: both read every one of them by design. */
export const listCaseIds = readQuery<Record<string, never>, { id: string }>(
  'cases/list-case-ids',
  'MATCH (c:CaseStudy) RETURN c.id AS id ORDER BY id',
);

export interface CaseVersionRow {
  number: number;
  at: string;
  note: string | null;
  /** JSON, see `case-snapshot.ts`. */
  data: string;
  /** One person, or none for an import. */
  writers: ContributorRef[];
}

export const listCaseVersions = readQuery<{ id: string; from: number }, CaseVersionRow>(
  'cases/list-case-versions',
  `MATCH (c:CaseStudy {id: $id})<-[:VERSION_OF]-(v:CaseVersion)
   WHERE v.number >= $from
   RETURN v.number AS number, v.at AS at, v.note AS note, v.data AS data,
          [(v)-[:WRITTEN_BY]->(p:Person) | {id: p.id, name: p.name, url: p.url}] AS writers
   ORDER BY number`,
);

/** What their writers said of versions, by key. */
export const listVersionNotes = readQuery<{ keys: string[] }, { key: string; note: string | null }>(
  'cases/list-version-notes',
  `UNWIND $keys AS key
   MATCH (v:CaseVersion {key: key})
   RETURN v.key AS key, v.note AS note ORDER BY key`,
);

/** Which of the entities exist and may be seen. */
export const listVisibleEntities = readQuery<{ keys: string[] }, { key: string }>(
  'cases/list-visible-entities',
  `UNWIND $keys AS key
   MATCH (n:Entity)
   WHERE n.key = key AND n.hidden IS NULL
   RETURN n.key AS key`,
);

/** Sub-themes of a theme. */
export const listNarrowerThemes = readQuery<{ key: string }, { key: string }>(
  'cases/list-narrower-themes',
  `MATCH (:Entity {key: $key})<-[:NARROWER_THAN]-(n:Entity)
   RETURN n.key AS key ORDER BY key`,
);

/** The themes that these are sub-themes of. */
export const listBroaderThemes = readQuery<{ keys: string[] }, { key: string; broader: string }>(
  'cases/list-broader-themes',
  `UNWIND $keys AS key
   MATCH (n:Entity {key: key})-[:NARROWER_THAN]->(b:Entity)
   RETURN n.key AS key, b.key AS broader`,
);
