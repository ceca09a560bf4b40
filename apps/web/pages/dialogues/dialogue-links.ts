import type { StatementListing } from './statement-listing.js';

/** Addresses of what can be done in a dialogue. */
export const dialogueLinks = {
  all: '/dialogues',
  convene: '/dialogues/new',
  dialogue: (id: string) => `/dialogues/${id}`,
  edit: (id: string) => `/dialogues/${id}/edit`,
  /** Where one statement is asked, be it again. */
  ask: (id: string, statementId: string) => `/dialogues/${id}?statement=${statementId}#answer`,
  /** After an answer: the next statement, with a word on the last. */
  answered: (id: string, statementId: string) => `/dialogues/${id}?answered=${statementId}#answer`,
  answer: (id: string, statementId: string) => `/dialogues/${id}/statements/${statementId}/answer`,
  apiAnswer: (id: string, statementId: string) => `/api/v1/dialogues/${id}/statements/${statementId}/answer`,
  /** The card that asks, for the island. */
  answerFragment: (id: string) => `/dialogues/${id}/answer/fragment`,
  proposed: (id: string) => `/dialogues/${id}?proposed=1#propose`,
  /** The list, and where a proposal is sent. */
  statements: (id: string, show: StatementListing = 'approved') =>
    show === 'approved' ? `/dialogues/${id}/statements` : `/dialogues/${id}/statements?show=${show}`,
  statement: (id: string, statementId: string) => `/dialogues/${id}/statements#statement-${statementId}`,
  moderate: (id: string, statementId: string) => `/dialogues/${id}/statements/${statementId}/moderate`,
  results: (id: string) => `/dialogues/${id}/results`,
  close: (id: string) => `/dialogues/${id}/close`,
  outcome: (id: string) => `/dialogues/${id}/outcome`,
  start: (id: string) => `/threads/new?about=dialogue:${id}`,
};
