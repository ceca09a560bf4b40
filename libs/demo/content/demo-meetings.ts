import type { CommitmentState } from '../../commitments/index.js';
import type { Phase } from '../../dialogues/index.js';
import type { AgendaStep, SessionFormat } from '../../learning/index.js';
import type { Locale } from '../../platform/i18n/locales.js';
import type { DemoPost, DemoReference } from './demo-discussions.js';

/** A promise. Days count from the day of loading; what is past is below zero. */
export interface DemoCommitment {
  text: string;
  owner: DemoReference;
  dueInDays: number;
  /** The day on which it is due by default. */
  reviewInDays?: number;
  /** Reported by the owner; where an organisation owns it, by whoever wrote it down. */
  reports?: { daysAgo: number; state: CommitmentState; note: string }[];
}

/** A session of peer learning. Minutes count from its beginning. */
export interface DemoSession {
  handle: string;
  title: string;
  /** Markdown, with links to cases as in a {@link DemoPost}. */
  purpose: string;
  format: SessionFormat;
  about: DemoReference[];
  languages: string[];
  timeZone: string;
  proposedDaysAgo: number;
  /** Below zero for one that has begun. */
  startsInDays: number;
  /** By the clock of its zone, as `HH:mm`. */
  startsAt: string;
  minutes: number;
  places: number | null;
  registrationClosesDaysBefore?: number;
  meetingLink?: string;
  interpretationLinks?: { language: string; url: string }[];
  agenda: (Omit<AgendaStep, 'prompt'> & { prompt?: string })[];
  facilitator: string;
  /** In this order: those after the last place wait. */
  registered: string[];
  notes?: { author: string; minute: number; text: string }[];
  poll?: {
    minute: number;
    /** Still asked; else it is closed with its last answer. */
    open?: true;
    question: string;
    options: string[];
    /** Position of the option, by person. */
    answers: Record<string, number>;
  };
  outcome?: {
    summary: string;
    headcount: number;
    lessons: { case: string; text: string }[];
    commitments: DemoCommitment[];
  };
  /** Replies in the thread that opens with it; the opening has position 0. */
  posts?: DemoPost[];
}

export interface DemoStatement {
  handle: string;
  author: string;
  /** The dialogue's language where absent. */
  lang?: Locale;
  daysAgo: number;
  text: string;
  /** Approved where absent. */
  status?: 'waiting' | 'refused';
  reason?: string;
}

export interface DemoDialogue {
  handle: string;
  question: string;
  lang: Locale;
  /** Markdown, with links to cases as in a {@link DemoPost}. */
  background: string;
  about: DemoReference[];
  /** Handles of cases. */
  evidence: string[];
  convener: string;
  coConveners: string[];
  timeZone: string;
  convenedDaysAgo: number;
  phases: { phase: Phase; opensInDays: number; closesInDays: number }[];
  opening: string;
  /** As in a {@link DemoSession}. */
  posts?: DemoPost[];
  statements: DemoStatement[];
  /** By person, a letter for each approved statement: `a`gree, `d`isagree, `p`ass, `-` for none. */
  answers?: Record<string, string>;
  outcome?: {
    daysAgo: number;
    agreed: string;
    agreedBy: string;
    parties: DemoReference[];
    dissent: string;
    /** Handles of approved statements. */
    statements: string[];
    reviewInDays: number;
    commitments: DemoCommitment[];
  };
}
