import { foldName } from './fold-name.js';

/** What the tree needs to know of a theme. */
export interface ThemeNode {
  readonly code: string;
  readonly parent: string | null;
}

/** Themes in the order of the tree: each followed by the narrower ones, siblings by `compare`. */
export function inTreeOrder<Node extends ThemeNode>(
  themes: readonly Node[],
  compare: (a: Node, b: Node) => number,
): (Node & { depth: number })[] {
  const codes = new Set(themes.map(({ code }) => code));
  const below = new Map<string | null, Node[]>();
  for (const theme of themes) {
    const parent = theme.parent !== null && codes.has(theme.parent) ? theme.parent : null;
    below.set(parent, [...(below.get(parent) ?? []), theme]);
  }
  const walk = (parent: string | null, depth: number): (Node & { depth: number })[] =>
    (below.get(parent) ?? [])
      .sort(compare)
      .flatMap((theme) => [{ ...theme, depth }, ...walk(theme.code, depth + 1)]);
  return walk(null, 0);
}

/** The broader themes of one, the nearest first. */
export function broaderThan<Node extends ThemeNode>(code: string, themes: readonly Node[]): Node[] {
  const byCode = new Map(themes.map((theme) => [theme.code, theme]));
  const broader: Node[] = [];
  let parent = byCode.get(code)?.parent ?? null;
  while (parent !== null) {
    const theme = byCode.get(parent);
    if (!theme || broader.includes(theme)) break;
    broader.push(theme);
    parent = theme.parent;
  }
  return broader;
}

/** Whether a theme would come to stand under itself. */
export function wouldCloseCircle(code: string, parent: string | null, themes: readonly ThemeNode[]): boolean {
  if (parent === null) return false;
  return parent === code || broaderThan(parent, themes).some((theme) => theme.code === code);
}

/** A code for a theme out of its English name: `Water & sanitation` gives `water-and-sanitation`. */
export function themeCodeFor(name: string): string {
  return foldName(name)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
}
