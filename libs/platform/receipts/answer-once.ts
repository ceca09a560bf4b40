import type { GraphTransaction } from '../graph/graph.js';
import { keepAnswer, takeReceipt } from './receipts.cypher.js';

export interface OnceRequest {
  /** From `requestKey` or `clientRequestKey`; null lets the work be done each time. */
  key: string | null;
  at: string;
}

/**
 * Does the work of a request once: who sends the same again gets the answer of the first time. The answer is kept in
 * the transaction of the work, so there is neither without the other, and of two who come at the same moment the second
 * waits for the first.
 * @param work its answer is kept as JSON: ids, or nothing, and never a secret
 * @param isThere whether what an earlier answer speaks of is still there; if not, the work is done anew
 */
export async function answerOnce<Answer>(
  tx: GraphTransaction,
  { key, at }: OnceRequest,
  work: () => Promise<Answer>,
  isThere: (answer: Answer) => boolean | Promise<boolean> = () => true,
): Promise<Answer> {
  if (key === null) return work();
  const [receipt] = await tx.run(takeReceipt, { key, at });
  if (receipt?.answer) {
    const earlier = JSON.parse(receipt.answer) as Answer;
    if (await isThere(earlier)) return earlier;
  }
  const answer = await work();
  await tx.run(keepAnswer, { key, answer: JSON.stringify(answer ?? null) });
  return answer;
}
