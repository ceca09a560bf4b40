/** What is left of a statement without case, spaces, punctuation and other signs: two with the same say the same. */
export function wordsKeyOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

export interface Said {
  id: string;
  text: string;
  createdAt: string;
}

/** Of those said before, the first with the same words as the statement. */
export function findSameWords<One extends Said>(statement: Said, others: readonly One[]): One | null {
  const key = wordsKeyOf(statement.text);
  const place = ({ createdAt, id }: Said) => createdAt + id;
  const same = others.filter((one) => place(one) < place(statement) && wordsKeyOf(one.text) === key);
  return same.sort((a, b) => (place(a) < place(b) ? -1 : 1))[0] ?? null;
}
