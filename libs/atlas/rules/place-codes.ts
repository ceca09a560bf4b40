import type { CountryNames } from '../reference-records.js';

/** What a code stands for. */
export interface CodeReading {
  /** `country:PER` or `region:002`. */
  readonly key: string;
  /** False where the same letters are a word or stand for something else as well: `NA`, `AU`, `SUR`. */
  readonly isSure: boolean;
}

/**
 * Two letters that mean something else to most people, in capitals too: words of our languages, directions, States of the
 * United States, unions, things that are not available. Taken for countries only where the map says that codes are given.
 */
const DOUBTFUL_PAIRS = new Set(
  (
    'AD AF AG AI AL AM AN AO AR AS AT AU AZ BA BC BE BI BO BS BY CA CC CD CF CG CI CM CO CR CS CT CV CX ' +
    'DC DE DM DO EA EC EH EL EN ER ES ET EU EZ FC FL FM GA GE GG GI GM GN GO GP GQ GS HA HI HM HR IA ID ' +
    'IE IL IM IN IO IS IT JE KM KS KY LA LC LE LI LO LS MA MC MD ME MF MG MH MI ML MM MN MO MP MR MS MT ' +
    'MY NA NC NE NF NI NO NR NU OF OH OK OM ON OR PA PC PE PG PI PM PN PR PS PT PW QA RE SA SB SC SD SE ' +
    'SH SI SJ SL SM SO SR SS ST SU SV SX TA TC TD TF TL TM TN TO TT TU TV UM UN UP US UT VA VC VG VI VT ' +
    'WA WE WF WI WS WV YT'
  ).split(' '),
);

/** Three letters that are words or directions when a table is written in capitals; CAN is the Andean Community too. */
const DOUBTFUL_TRIPLES = new Set(['AND', 'CAN', 'EST', 'SUR']);

/** Numbers of countries in M49 that are regions in the lists of the OECD and of IATI (West Indies, America, Asia). */
const DOUBTFUL_NUMBERS = new Set(['380', '498', '798']);

/** Reads ISO 3166-1 and M49 codes. */
export function createCodeReader(countries: readonly CountryNames[], regionKeys: readonly string[]) {
  const letters = new Map<string, string>();
  const numbers = new Map<string, string>();
  for (const { iso3, iso2, m49 } of countries) {
    for (const code of [iso3, iso2]) letters.set(code, `country:${iso3}`);
    if (m49) numbers.set(String(Number(m49)), `country:${iso3}`);
  }
  for (const key of regionKeys) numbers.set(String(Number(key.slice('region:'.length))), key);

  return (written: string): CodeReading | null => {
    const text = written.trim();
    if (/^\d{1,3}$/.test(text)) {
      const key = numbers.get(String(Number(text)));
      return key === undefined ? null : { key, isSure: !DOUBTFUL_NUMBERS.has(text) };
    }
    if (!/^[A-Za-z]{2,3}$/.test(text)) return null;
    const code = text.toUpperCase();
    const key = letters.get(code);
    if (key === undefined) return null;
    return { key, isSure: text === code && !DOUBTFUL_PAIRS.has(code) && !DOUBTFUL_TRIPLES.has(code) };
  };
}
