import { actorNameKey } from '../../atlas/index.js';
import type { ResolvedRow } from './row-references.js';

/** A name that several bear: ids of rows for cases, countries for organisations. */
export interface NamedOften {
  name: string;
  where: string[];
}

const SHOWN = 100;
const FEWEST_WORDS = 3;
const SHORTEST_WORD = 4;

/** Looks for cases with the same title, or the same words in it, and for organisations that were added more than once. */
export class LikelyDuplicates {
  private readonly cases = new Map<string, NamedOften>();
  private readonly actors = new Map<string, NamedOften>();

  add(id: string, { content, namedActors }: ResolvedRow): void {
    keep(this.cases, signOf(content.title), content.title, id);
    for (const { name, country } of namedActors)
      keep(this.actors, organisationSign(name), name, country ? `${name} (${country})` : name);
  }

  report(): { cases: NamedOften[]; actors: NamedOften[] } {
    return { cases: repeated(this.cases), actors: repeated(this.actors) };
  }
}

/** Titles with the same longer words in any order have one sign; short titles must be the same. */
function signOf(title: string): string {
  const key = actorNameKey(title);
  const words = [
    ...new Set(key.split(' ').filter((word) => word.length >= SHORTEST_WORD && !/^\d+$/.test(word))),
  ];
  return words.length < FEWEST_WORDS ? key : words.sort().join(' ');
}

/** A name without what stands in brackets, articles and forms of companies. */
function organisationSign(name: string): string {
  const key = actorNameKey(name.replace(/\([^)]*\)/g, ' ')) || actorNameKey(name);
  return (
    key
      .replace(/\b(the|ltd|limited|inc|llc|co|corp|corporation|company|gmbh|sa|plc)\b/g, '')
      .replace(/\s+/g, ' ')
      .trim() || key
  );
}

function keep(found: Map<string, NamedOften>, sign: string, name: string, where: string): void {
  const entry = found.get(sign) ?? { name, where: [] };
  found.set(sign, entry);
  if (!entry.where.includes(where) && entry.where.length < SHOWN) entry.where.push(where);
}

function repeated(found: Map<string, NamedOften>): NamedOften[] {
  return [...found.values()]
    .filter(({ where }) => where.length > 1)
    .sort((a, b) => b.where.length - a.where.length)
    .slice(0, SHOWN);
}
