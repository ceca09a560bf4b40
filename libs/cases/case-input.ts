import type { Actor } from '../platform/access/actor.js';
import { refusedFields } from './cases.errors.js';
import type { CaseFieldsInput } from './cases.schemas.js';
import type { ContributorRef, PublishedCase } from './contracts.js';
import { type CaseContent, type CaseLinks, EMPTY_CONTENT, linkedKeys } from './rules/case-content.js';
import { findYearProblems } from './rules/case-years.js';

/**
 * What the case says after the input: what it does not mention stays as it was.
 * @throws {DomainError} `platform/invalid-input` for years that cannot be
 */
export function mergeContent(input: CaseFieldsInput, before: CaseContent | null, now: Date): CaseContent {
  const known = before ?? { ...EMPTY_CONTENT, lang: null, title: '' };
  const content = { ...known, ...pickGiven(input, known) };
  const problems = findYearProblems(content, now.getFullYear());
  if (problems.length > 0) throw refusedFields(problems);
  return content;
}

/** The fields of the content that were sent at all; null was sent to clear one. */
function pickGiven(input: CaseFieldsInput, known: CaseContent): Partial<CaseContent> {
  const sent = Object.entries(input).filter(([name, value]) => name in known && value !== undefined);
  return Object.fromEntries(sent);
}

/** What the events about a published case carry. */
export function publishedCase(
  id: string,
  version: number,
  content: CaseContent,
  links: CaseLinks,
  by: ContributorRef | null,
): PublishedCase {
  const { title, summary, lang } = content;
  return { caseId: id, version, title, summary, lang, url: `/cases/${id}`, linkedTo: linkedKeys(links), by };
}

export function refOf(actor: Actor): ContributorRef | null {
  return actor.id ? { id: actor.id, name: actor.name, url: `/people/${actor.id}` } : null;
}

export function sourceOf(actor: Actor): string {
  return actor.id ? `person:${actor.id}` : 'system';
}
