import type { CaseState } from './cases.access.js';
import type { CaseLinkRow, CaseLinkType, CaseRow } from './cases.cypher.js';
import type { ContributorRef } from './contracts.js';
import type { ActorRole, CaseScale, CountryRole } from './rules/case-codes.js';
import type { CaseContent, CaseInputs, CaseLinks, CaseResult } from './rules/case-content.js';

/** A case as the rules see it: its content, what it is linked to, and where it stands. */
export interface CaseRecord {
  row: CaseRow;
  content: CaseContent;
  links: CaseLinks;
  contributor: ContributorRef | null;
  state: CaseState;
  /** Imported cases are exempt from the rule about what a case needs to be published. */
  imported: boolean;
}

export function toRecord(row: CaseRow): CaseRecord {
  const ends = (link: CaseLinkType) => endsOf(row, link);
  const [person] = ends('CONTRIBUTED_BY');
  const contributor = person
    ? { id: person.key.slice('person:'.length), name: person.title, url: person.url }
    : null;
  return {
    row,
    content: toContent(row),
    links: {
      countries: ends('HAPPENED_IN').map(({ key, role }) => ({ key, role: role as CountryRole })),
      actors: ends('INVOLVED').map(({ key, role }) => ({ key, role: role as ActorRole })),
      themes: ends('ADDRESSES').map(({ key }) => key),
      targets: ends('TARGETS').map(({ key }) => key),
      modality: ends('USED_MODALITY')[0]?.key ?? null,
    },
    contributor,
    state: { published: row.status === 'published', contributorId: contributor?.id ?? null },
    imported: row.sourceName !== null,
  };
}

/** The key of a version in the graph: its case and its number. */
export function versionKey(caseId: string, number: number): string {
  return `${caseId}#${number}`;
}

/** What the links of one kind lead to, in a steady order. */
export function endsOf(row: CaseRow, link: CaseLinkType): CaseLinkRow[] {
  return row.links
    .filter((end) => end.link === link)
    .sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)));
}

function toContent(row: CaseRow): CaseContent {
  return {
    lang: row.lang,
    title: row.title,
    summary: row.summary,
    context: row.context,
    approach: row.approach,
    whatWorked: row.whatWorked,
    whatDidNot: row.whatDidNot,
    results: row.results ? (JSON.parse(row.results) as CaseResult[]) : [],
    inputs: row.inputs ? (JSON.parse(row.inputs) as CaseInputs) : null,
    startYear: row.startYear,
    endYear: row.endYear,
    ongoing: row.ongoing ?? false,
    scale: row.scale as CaseScale | null,
  };
}

/** The properties in which a case's content is kept. */
export function toProperties(content: CaseContent) {
  return {
    ...content,
    results: content.results.length > 0 ? JSON.stringify(content.results) : null,
    inputs: content.inputs ? JSON.stringify(content.inputs) : null,
    ongoing: content.ongoing || null,
  };
}
