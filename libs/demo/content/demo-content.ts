import { readFileSync } from 'node:fs';
import type { ActorRole, ActorType, CountryRole } from '../../cases/index.js';
import type { Locale } from '../../platform/i18n/locales.js';
import type { DemoThread } from './demo-discussions.js';
import type { DemoDialogue, DemoSession } from './demo-meetings.js';

export interface DemoPerson {
  handle: string;
  name: string;
  /** Always at `example.org`, so that no mail can reach anybody. */
  email: string;
  /** ISO 3166-1 alpha-3, here and in every other `country`. */
  country: string;
  locale: Locale;
  /** Handle of a {@link DemoActor}. */
  organisation: string;
  role?: 'facilitator' | 'reviewer' | 'steward';
  bio: string;
}

export interface DemoActor {
  handle: string;
  name: string;
  type: ActorType;
  country: string;
}

export interface DemoResult {
  what: string;
  value: string;
  baseline?: string;
  /** Who measured it, and how. */
  how: string;
  confidence: 'high' | 'medium' | 'low';
}

/** What the exchange took. Items are missing where the authors did not report them. */
export interface DemoInputs {
  money?: { amount: number; currency: string; year: number };
  expertDays?: number;
  peopleHosted?: number;
  other?: string;
}

export interface DemoCase {
  handle: string;
  lang: Locale;
  title: string;
  summary: string;
  context: string;
  approach: string;
  whatWorked: string;
  whatDidNot: string;
  results: DemoResult[];
  inputs: DemoInputs;
  countries: { country: string; role: CountryRole }[];
  actors: { actor: string; role: ActorRole }[];
  /** Modality code of the atlas. */
  modality: string;
  /** Theme codes of the atlas. */
  themes: string[];
  /** SDG target codes, such as `6.4`. */
  targets: string[];
  startYear: number;
  endYear?: number;
  ongoing?: true;
  scale: 'local' | 'subnational' | 'national' | 'regional';
  /** Handle of a {@link DemoPerson}. */
  author: string;
}

export interface DemoContent {
  people: DemoPerson[];
  actors: DemoActor[];
  cases: DemoCase[];
  threads: DemoThread[];
  sessions: DemoSession[];
  dialogues: DemoDialogue[];
}

/** Reads the files of the demonstration community. Everything in them is invented. */
export function readDemoContent(): DemoContent {
  return {
    people: readRecords<DemoPerson>('people'),
    actors: readRecords<DemoActor>('actors'),
    cases: readRecords<DemoCase>('cases'),
    threads: readRecords<DemoThread>('threads'),
    sessions: readRecords<DemoSession>('sessions'),
    dialogues: readRecords<DemoDialogue>('dialogues'),
  };
}

const CASE_LINK = /\]\(case:([a-z0-9-]+)\)/g;

/** How long ago a case was published: each three days after the one before it in the file. */
export function caseDaysAgo(position: number): number {
  return 90 - 3 * position;
}

/** Handles of the cases that a post links to. */
export function findLinkedCases(body: string): string[] {
  return [...body.matchAll(CASE_LINK)].map((match) => match[1]!);
}

/** Replaces each `](case:HANDLE)` in a post by the address under which that case was stored. */
export function resolveCaseLinks(body: string, addressOf: (caseHandle: string) => string): string {
  return body.replace(CASE_LINK, (_link, handle: string) => `](${addressOf(handle)})`);
}

function readRecords<T>(file: string): T[] {
  return JSON.parse(readFileSync(new URL(`./${file}.json`, import.meta.url), 'utf8')) as T[];
}
