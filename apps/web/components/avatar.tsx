const HUES = 8;

/** First letters of the first and the last word; two characters of a name written without spaces stay together. */
export function initialsOf(name: string): string {
  const words = name
    .replace(/[^\p{L}\p{N}\s'’-]/gu, ' ')
    .trim()
    .split(/\s+/)
    .filter(Boolean);
  const first = [...(words[0] ?? '?')];
  if (words.length < 2)
    return /\p{Script=Han}/u.test(name) ? first.slice(-2).join('') : (first[0] ?? '?').toUpperCase();
  const last = [...(words[words.length - 1] ?? '')];
  return `${first[0] ?? ''}${last[0] ?? ''}`.toUpperCase();
}

/** A person keeps the same one of eight colours everywhere. */
export function hueOf(id: string): number {
  let sum = 0;
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  return sum % HUES;
}

interface AvatarProps {
  id: string;
  name: string;
  size?: 'small' | 'medium' | 'large';
}

/** Initials on a colour. The name stands beside it, so screen readers skip it. */
export function Avatar({ id, name, size = 'medium' }: AvatarProps) {
  return (
    <span class={`avatar hue-${hueOf(id)} ${size}`} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}
