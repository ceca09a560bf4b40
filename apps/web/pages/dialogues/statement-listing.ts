/** The lists of statements that a dialogue has, as they stand in the address. */
export const STATEMENT_LISTINGS = ['approved', 'mine', 'waiting', 'refused'] as const;

export type StatementListing = (typeof STATEMENT_LISTINGS)[number];

/** @param asked from the address: whatever is none of the lists counts as the first */
export function statementListing(asked: string): StatementListing {
  return STATEMENT_LISTINGS.find((listing) => listing === asked) ?? 'approved';
}
