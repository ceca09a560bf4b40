import type { ActorRole, ActorType, CaseScale, CountryRole } from './rules/case-codes.js';

export * from './rules/case-codes.js';

/** The room of events about a case; sockets join it as `case:ID`. */
export function caseRoom(caseId: string): string {
  return `case:${caseId}`;
}

/** The room in which the imports of one source are told. */
export function importRoom(source: string): string {
  return `import:${source}`;
}

export interface ContributorRef {
  id: string;
  name: string;
  url: string;
}

/** What the events of this room carry. Those about a draft hold nothing of what it says. */
declare module '../platform/events/event.js' {
  interface EventMap {
    'cases.case-created': { caseId: string; version: number };
    'cases.draft-edited': { caseId: string; version: number };
    'cases.case-published': PublishedCase;
    'cases.case-edited': PublishedCase & { note: string | null };
    /** Imports tell their cases by the batch; nobody wrote them, so nobody is told one by one. */
    'cases.cases-imported': { source: string; caseIds: string[] };
  }
}

export interface PublishedCase {
  caseId: string;
  version: number;
  title: string;
  summary: string | null;
  lang: string | null;
  url: string;
  /** Keys of the countries, themes, goals, targets, actors and the modality of the case, for whoever follows one of them. */
  linkedTo: string[];
  /** Null when Minga itself did it. */
  by: ContributorRef | null;
}

/** What can be compared between cases. Codes are those of the atlas, without the type in front. */
export interface CaseFeatures {
  id: string;
  key: string;
  title: string;
  url: string;
  lang: string | null;
  themes: string[];
  goals: string[];
  targets: string[];
  modality: string | null;
  countries: { iso3: string; role: CountryRole }[];
  actors: { key: string; type: ActorType | null; role: ActorRole }[];
  startYear: number | null;
  endYear: number | null;
  ongoing: boolean;
  scale: CaseScale | null;
  /** What the authors report at all; the rest is "not reported", which is not the same as "did not happen". */
  reports: {
    context: boolean;
    approach: boolean;
    whatWorked: boolean;
    whatDidNot: boolean;
    results: boolean;
    inputs: boolean;
  };
}

/** A case in one line, for lists of other rooms. */
export interface CaseRef {
  id: string;
  key: string;
  title: string;
  url: string;
}
