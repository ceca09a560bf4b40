import { actorNameKey } from '../../atlas/index.js';
import type { ResolvedRow } from './row-references.js';

/** A name that several bear: ids of rows for cases, countries for organisations. */
export interface NamedOften {
  name: string;
  where: string[];
}

interface Found {
  name: string;
  /** By what makes one of them another than the next. */
  where: Map<string, string>;
}

const SHOWN = 100;
const FEWEST_WORDS = 3;
const SHORTEST_WORD = 4;

/** Looks for cases with the same title, or the same words in it, and for organisations that were added more than once. */
export class LikelyDuplicates {
  private readonly cases = new Map<string, Found>();
  private readonly actors = new Map<string, Found>();

  add(id: string, { content, namedActors }: ResolvedRow): void {
    keep(this.cases, signOf(content.title), content.title, id, id);
    for (const { name, country = '' } of namedActors) {
      const where = country ? `${name} (${country})` : name;
      // Spellings that differ in case or accents are one organisation already.
      keep(this.actors, organisationSign(name), name, where, `${country}/${actorNameKey(name)}`);
    }
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

function keep(found: Map<string, Found>, sign: string, name: string, where: string, identity: string): void {
  const entry = found.get(sign) ?? { name, where: new Map() };
  found.set(sign, entry);
  if (!entry.where.has(identity) && entry.where.size < SHOWN) entry.where.set(identity, where);
}

function repeated(found: Map<string, Found>): NamedOften[] {
  return [...found.values()]
    .filter(({ where }) => where.size > 1)
    .sort((a, b) => b.where.size - a.where.size)
    .slice(0, SHOWN)
    .map(({ name, where }) => ({ name, where: [...where.values()] }));
}
