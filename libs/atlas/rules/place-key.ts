import { foldName } from './fold-name.js';

/** Footnote signs, raised digits and characters without width that a copied table brings along. */
const DECORATION = /[\u00b9\u00b2\u00b3\u2070-\u2079*†‡§¶]|\p{Cf}|\[\d+\]|\(\d\)/gu;

/** `d'Ivoire`, `l'Iran`: the article is a word of its own. */
const ELIDED_ARTICLE = /(?<!\p{L})([dlDL])[’'`ʼ‘´](?=\p{L})/gu;

const LONG_FORMS: Readonly<Record<string, string>> = {
  rep: 'republic',
  repub: 'republic',
  dem: 'democratic',
  democ: 'democratic',
  peoples: 'people',
  isl: 'islands',
  isls: 'islands',
  terr: 'territory',
  dr: 'democratic republic',
  pdr: 'people democratic republic',
  dpr: 'democratic people republic',
};

/** Words that tell no two countries apart. Articles that are part of a name (El Salvador) are not among them. */
const EMPTY_WORDS = new Set('the of and la le les las de del du des d l do da dos das et y e und'.split(' '));

/**
 * What a name of a place is compared by: folded, abbreviations written out, without words that carry nothing. Two spellings
 * with one key differ in case, accents, punctuation, `&`, `St`, `Rep.`, `Dem.` or articles only; the order of words counts.
 */
export function placeKey(name: string): string {
  const plain = name.replace(DECORATION, '').replace(ELIDED_ARTICLE, '$1 ');
  return foldName(plain)
    .split(' ')
    .map((word) => LONG_FORMS[word] ?? word)
    .filter((word) => !EMPTY_WORDS.has(word))
    .join(' ');
}

/** A name with something behind a comma or in brackets: `Congo, Dem. Rep.`, `Iran (Islamic Republic of)`. */
export interface QualifiedName {
  readonly head: string;
  readonly qualifier: string;
  readonly by: 'comma' | 'bracket';
}

const BRACKETED = /^([^()[\]（）]+?)\s*[([（]([^()[\]（）]+)[)\]）]\s*$/u;
const WITH_COMMA = /^([^,،，]+)[,،，](.+)$/su;

/** Null for a name in one piece, and for anything more involved, such as two pairs of brackets. */
export function splitQualifier(name: string): QualifiedName | null {
  const text = name.replace(DECORATION, '').trim();
  const [, inFront, within] = BRACKETED.exec(text) ?? [];
  if (inFront && within) return { head: inFront.trim(), qualifier: within.trim(), by: 'bracket' };
  const [, head, tail] = WITH_COMMA.exec(text) ?? [];
  if (!head?.trim() || !tail?.trim()) return null;
  return { head: head.trim(), qualifier: tail.trim(), by: 'comma' };
}
