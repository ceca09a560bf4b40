/** A statement as the queue sees it. */
export interface QueuedStatement {
  id: string;
  answers: number;
}

/**
 * The statements that a person has not answered, in the order in which to ask them: those with the fewest answers
 * first. Among equals each person gets an order of their own, so that not everyone is asked the same at once; it is
 * the same each time as long as nobody answers.
 */
export function queueOf(
  statements: readonly QueuedStatement[],
  answered: ReadonlySet<string>,
  personId: string,
): string[] {
  return statements
    .filter(({ id }) => !answered.has(id))
    .map(({ id, answers }) => ({ id, answers, turn: hashOf(`${personId} ${id}`) }))
    .sort((a, b) => a.answers - b.answers || a.turn - b.turn || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
