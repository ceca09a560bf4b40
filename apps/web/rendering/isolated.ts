/**
 * Words put into a sentence that may be written in the other direction: their punctuation stays with them. As `<bdi>`,
 * where there are only letters.
 */
export function isolated(words: string): string {
  return `\u2068${words}\u2069`;
}
