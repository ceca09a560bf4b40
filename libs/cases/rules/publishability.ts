import type { CaseContent, LinkCounts } from './case-content.js';

/** What somebody's own case needs before everyone may read it; the names are those of the fields. */
export type NeededToPublish = 'title' | 'summary' | 'countries' | 'themes' | 'whatWorked' | 'whatDidNot';

/**
 * What is missing before the case can be published, in the order of the form. Both halves of the experience are asked for: a
 * case that only tells what worked teaches half. Imported cases are published as they come.
 */
export function findMissingToPublish(
  content: Pick<CaseContent, 'title' | 'summary' | 'whatWorked' | 'whatDidNot'>,
  links: Pick<LinkCounts, 'countries' | 'themes'>,
): NeededToPublish[] {
  const isThere: Record<NeededToPublish, boolean> = {
    title: Boolean(content.title),
    summary: Boolean(content.summary),
    countries: links.countries > 0,
    themes: links.themes > 0,
    whatWorked: Boolean(content.whatWorked),
    whatDidNot: Boolean(content.whatDidNot),
  };
  return (Object.keys(isThere) as NeededToPublish[]).filter((part) => !isThere[part]);
}
