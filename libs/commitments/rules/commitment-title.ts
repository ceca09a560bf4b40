const TITLE_MAX = 120;

/** The beginning of a commitment in one line, by which lists and links name it. */
export function titleOf(text: string): string {
  const characters = Array.from(text.replace(/\s+/g, ' ').trim());
  if (characters.length <= TITLE_MAX) return characters.join('');
  return `${characters
    .slice(0, TITLE_MAX - 1)
    .join('')
    .trimEnd()}…`;
}
