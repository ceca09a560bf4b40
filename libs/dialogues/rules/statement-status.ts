/** A statement waits until a moderator approves or refuses it; only what is approved is asked. */
export const STATEMENT_STATUSES = ['waiting', 'approved', 'refused'] as const;

export type StatementStatus = (typeof STATEMENT_STATUSES)[number];

export const STATEMENT_MAX = 280;
