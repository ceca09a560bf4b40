import type { Locale } from '../../platform/i18n/locales.js';

export interface DemoPost {
  author: string;
  /** The thread's language where absent. */
  lang?: Locale;
  /** Markdown; a link to another case is written `[text](case:HANDLE)`, see `resolveCaseLinks`. */
  body: string;
  /** Position, from 0, of an earlier post in the same thread. */
  replyTo?: number;
  daysAgo: number;
}

/** `case:`, `actor:` or `person:` with a handle; `country:ISO3`, `theme:CODE` or `sdg:NUMBER` as in the graph. */
export type DemoReference = string;

export interface DemoThread {
  handle: string;
  about: DemoReference;
  title: string;
  lang: Locale;
  author: string;
  posts: DemoPost[];
}
