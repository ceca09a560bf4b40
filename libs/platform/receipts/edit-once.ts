import type { DomainError } from '../errors/domain-error.js';
import type { GraphTransaction } from '../graph/graph.js';
import { answerOnce } from './answer-once.js';

export interface VersionedEdit {
  /** Of the request, with the version that it names: `requestKey`. */
  key: string;
  at: string;
  /** The version that the editor saw; left out by a program that changes some fields whatever the rest says. */
  seen: number | undefined;
  /** The version that is there, of what this transaction has taken. */
  current: number;
  /** What the editor is told when these differ. */
  changedMeanwhile(current: number): DomainError;
}

/**
 * Changes what the editor has seen, and nothing else: whoever edits an earlier version is told so. The same edit sent
 * again, as by a double click, is answered like the first as long as nobody has changed anything since.
 * @param work makes the change and says which version it has become
 * @returns the version that is there afterwards
 */
export async function editOnce(
  tx: GraphTransaction,
  { key, at, seen, current, changedMeanwhile }: VersionedEdit,
  work: () => Promise<number>,
): Promise<number> {
  const edit = async () => {
    if (seen !== undefined && seen !== current) throw changedMeanwhile(current);
    return { version: await work() };
  };
  const made = await answerOnce(tx, { key, at }, edit, ({ version }) => version === current);
  return made.version;
}
