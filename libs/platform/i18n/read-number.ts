import { asciiDigits } from './ascii-digits.js';
import type { Locale } from './locales.js';

/**
 * Numbers as people write them. The world groups digits and marks decimals in ways that contradict each other, so a
 * number is read by the language of the page, and asked back where somebody of another habit may have meant another
 * one. Pure, and the same in the server and in the browser.
 */
export type NumberReading =
  | { kind: 'empty' }
  | { kind: 'value'; value: number }
  /** It means different numbers to different people. */
  | { kind: 'ambiguous'; readings: number[] }
  | { kind: 'unreadable'; reason: NumberFault };

export type NumberFault =
  | 'not-a-number'
  | 'negative'
  | 'not-whole'
  | 'too-many-decimals'
  | 'number-too-large';

/** What a field takes: whole numbers, or amounts with two decimals. */
export type NumberKind = 'whole' | 'amount';

interface Convention {
  group: string;
  decimal: string;
}

const NARROW_SPACE = '\u202f';

/** As each language groups digits and marks decimals. */
const OWN: Record<Locale, Convention> = {
  en: { group: ',', decimal: '.' },
  fr: { group: ' ', decimal: ',' },
  es: { group: '.', decimal: ',' },
  pt: { group: '.', decimal: ',' },
  ar: { group: ',', decimal: '.' },
  zh: { group: ',', decimal: '.' },
  ru: { group: ' ', decimal: ',' },
};

function ownOf(locale: string): Convention {
  return OWN[locale as Locale] ?? OWN.en;
}

const GROUP_SIGNS = [',', '.', ' ', "'", '٬'];
const DECIMAL_SIGNS = ['.', ',', '٫'];
const CONVENTIONS: Convention[] = GROUP_SIGNS.flatMap((group) =>
  DECIMAL_SIGNS.filter((decimal) => decimal !== group).map((decimal) => ({ group, decimal })),
);

const MOST_DECIMALS = 2;
/** Below it, a group says too little to be worth misreading it: `1500` means one thing to everyone. */
const GROUPED_FROM = 10_000;
const LONGEST = 60;

/** @param text as typed, with whatever digits and spaces the writer's keyboard gives */
export function readNumber(text: string, locale: string, kind: NumberKind = 'amount'): NumberReading {
  const plain = plainSigns(text);
  if (plain === '') return { kind: 'empty' };
  if (/^[-−–]/.test(plain) && readings(plain.slice(1).trim()).length > 0) return unreadable('negative');
  const all = readings(plain);
  const [first] = all;
  if (!first) return unreadable('not-a-number');
  const values = [...new Set(all.map(({ digits }) => Number(digits)))];
  if (values.length === 1) return checked(first, kind);
  const own = all.find(({ convention, groups }) => groups === 'threes' && isSame(convention, ownOf(locale)));
  if (own) return checked(own, kind);
  const fitting = values.filter((value) => kind === 'amount' || Number.isInteger(value));
  return { kind: 'ambiguous', readings: fitting.length > 0 ? fitting : values };
}

/** As it stands in a field: {@link readNumber} reads the same number from it, in this language. */
export function writeNumber(value: number, locale: string): string {
  const { group, decimal } = ownOf(locale);
  return written(value, group === ' ' ? NARROW_SPACE : group, decimal, GROUPED_FROM);
}

/**
 * As it is told what was understood: groups stand apart by spaces, which nobody takes for decimals.
 * @param inGroups not for years
 */
export function sayNumber(value: number, locale: string, inGroups = true): string {
  return written(value, inGroups ? NARROW_SPACE : '', ownOf(locale).decimal, 0);
}

interface Reading {
  convention: Convention;
  /** With a point for decimals and nothing between groups. */
  digits: string;
  groups: Groups;
}

type Groups = 'none' | 'threes' | 'others';

function readings(plain: string): Reading[] {
  if (plain.length > LONGEST) return [];
  return CONVENTIONS.flatMap((convention) => {
    const [whole = '', fraction, ...rest] = plain.split(convention.decimal);
    if (rest.length > 0 || (fraction !== undefined && !/^\d+$/.test(fraction))) return [];
    if (whole === '' && fraction === undefined) return [];
    const groups = groupsIn(whole, convention.group);
    if (groups === 'none' && !/^\d*$/.test(whole)) return [];
    const units = whole.replaceAll(convention.group, '').replace(/^0+(?=\d)/, '') || '0';
    return [{ convention, groups, digits: fraction === undefined ? units : `${units}.${fraction}` }];
  });
}

/** By threes as in most of the world, by twos after the first three as in India, by fours as 万 counts. */
function groupsIn(whole: string, group: string): Groups {
  const [first = '', ...rest] = whole.split(group);
  if (rest.length === 0 || !/^[1-9]\d{0,3}$/.test(first) || rest.some((part) => !/^\d+$/.test(part)))
    return 'none';
  const sizes = rest.map(({ length }) => length);
  const last = sizes.pop() ?? 0;
  if (first.length <= 3 && last === 3 && sizes.every((size) => size === 3)) return 'threes';
  const asInIndia = first.length <= 2 && last === 3 && sizes.length > 0 && sizes.every((size) => size === 2);
  const byFours = group === ',' && last === 4 && sizes.every((size) => size === 4);
  return asInIndia || byFours ? 'others' : 'none';
}

function checked({ digits }: Reading, kind: NumberKind): NumberReading {
  const [, fraction = ''] = digits.split('.');
  if (kind === 'whole' && !/^0{0,2}$/.test(fraction)) return unreadable('not-whole');
  if (fraction.length > MOST_DECIMALS) return unreadable('too-many-decimals');
  const value = Number(digits);
  const isExact = value <= Number.MAX_SAFE_INTEGER && value.toFixed(fraction.length) === digits;
  return isExact ? { kind: 'value', value } : unreadable('number-too-large');
}

function unreadable(reason: NumberFault): NumberReading {
  return { kind: 'unreadable', reason };
}

function isSame(one: Convention, other: Convention): boolean {
  return one.group === other.group && one.decimal === other.decimal;
}

function written(value: number, group: string, decimal: string, groupedFrom: number): string {
  const [units = '0', fraction] = plainDigits(value).split('.');
  const grouped = value >= groupedFrom ? units.replace(/\B(?=(\d{3})+$)/g, group) : units;
  return fraction ? `${grouped}${decimal}${fraction.padEnd(MOST_DECIMALS, '0')}` : grouped;
}

/** Without an exponent, which neither people nor {@link readNumber} take for a number. */
function plainDigits(value: number): string {
  const digits = String(value);
  return digits.includes('e') ? value.toFixed(value < 1 ? 20 : 0).replace(/\.?0+$/, '') : digits;
}

const SIGNS: [RegExp, string][] = [
  // Marks of direction, which nobody sees.
  [/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, ''],
  [/[，،]/g, ','],
  [/．/g, '.'],
  [/[’ʼ＇]/g, "'"],
  [/－/g, '-'],
  [/\s/g, ' '],
];

/** ASCII digits and one sign for all that mean the same; other signs stay. */
function plainSigns(text: string): string {
  let plain = text.trim();
  for (const [sign, instead] of SIGNS) plain = plain.replace(sign, instead);
  return asciiDigits(plain.trim());
}
