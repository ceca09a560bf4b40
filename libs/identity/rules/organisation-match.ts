/** An organisation of the atlas that bears the name in question. */
export interface Namesake {
  id: string;
  /** ISO 3166-1 alpha-3. */
  country: string | null;
}

/**
 * Which of the organisations of one name somebody means: the only one, else the only one in their country. Null where
 * that leaves several, or none: better no link than a wrong one.
 */
export function meantOrganisation<Actor extends Namesake>(
  namesakes: readonly Actor[],
  country: string | null,
): Actor | null {
  if (namesakes.length === 1) return namesakes[0] ?? null;
  const atHome = country === null ? [] : namesakes.filter((actor) => actor.country === country);
  return atHome.length === 1 ? (atHome[0] ?? null) : null;
}
