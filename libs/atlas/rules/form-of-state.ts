import { placeKey } from './place-key.js';

/** Words that make up forms of state, as {@link placeKey} leaves them. */
const ADJECTIVES =
  'federal federative democratic socialist islamic arab hashemite people plurinational bolivarian united independent co operative ' +
  'cooperative oriental federale democratique populaire islamique socialiste unie unido unida federativa democratica popular islamica ' +
  'socialista bolivariana plurinacional cooperativa federativa федеративная исламская демократическая народная социалистическая';
const STATES =
  'republic state kingdom sultanate emirate principality grand duchy commonwealth union federation republique royaume etat ' +
  'principaute sultanat emirat grand duche republica reino estado principado sultanato emirato emirado gran ducado ducado grao ' +
  'republik repubblica республика королевство государство княжество султанат эмират великое герцогство';

const FORM_WORDS = new Set([...ADJECTIVES.split(' '), ...STATES.split(' ')]);
const STATE_WORDS = new Set(
  STATES.split(' ').filter((word) => !['grand', 'gran', 'grao', 'великое'].includes(word)),
);

/**
 * Where the form of state is what tells countries apart: `Republic of the Congo`, `Republic of China`, `State of Georgia`.
 * Their full names are listed one by one.
 */
const FORM_MATTERS = new Set(
  'congo kongo конго korea kore coree corea coreia корея china chine китай dominica dominique dominicana доминика georgia georgie'.split(
    ' ',
  ),
);

/** Chinese and Arabic put the form of state behind, or before without a space. */
const CHINESE_FORM =
  /(?:联邦|民主|人民|社会主义|伊斯兰|阿拉伯|合作|联合|多民族)*(?:共和国|王国|苏丹国|公国|大公国|酋长国)$/u;
const ARABIC_FORM = /^(?:جمهورية|جمهوريه|مملكة|مملكه|دولة|دوله|سلطنة|سلطنه|إمارة|اماره) (.+)$/u;
const CHINESE_FORM_MATTERS = new Set([
  '刚果',
  '朝鲜',
  '韩国',
  '大韩',
  '中国',
  '中华',
  '多米尼加',
  '多米尼克',
  '中非',
]);
const ARABIC_FORM_MATTERS = /كونغو|كوريا|صين|دومينيك|كونجو|جورجيا/u;

/** The name without its form of state, to be looked up as it is; null where there is none, or where it matters. */
export function withoutFormOfState(name: string): string | null {
  const trimmed = name.trim();
  if (CHINESE_FORM.test(trimmed)) {
    const rest = trimmed.replace(CHINESE_FORM, '');
    return rest === '' || CHINESE_FORM_MATTERS.has(rest) ? null : rest;
  }
  const arabic = ARABIC_FORM.exec(trimmed)?.[1];
  if (arabic) return ARABIC_FORM_MATTERS.test(arabic) ? null : arabic;
  const words = placeKey(name).split(' ');
  const first = words.findIndex((word) => !FORM_WORDS.has(word));
  if (first < 1 || !words.slice(0, first).some((word) => STATE_WORDS.has(word))) return null;
  const rest = words.slice(first);
  return rest.some((word) => FORM_MATTERS.has(word)) ? null : rest.join(' ');
}

/** Whether a text is a form of state or an article and no name: `Republic of`, `Dem. Rep.`, `The`. */
export function isFormOfState(text: string): boolean {
  const key = placeKey(text);
  return key === '' || key.split(' ').every((word) => FORM_WORDS.has(word));
}

/** Whether what stands beside a name is its form of state and nothing else: `Kenya, Republic of`. */
export function addsFormOfState(qualifier: string, name: string): boolean {
  const tellsApart = placeKey(name)
    .split(' ')
    .some((word) => FORM_MATTERS.has(word));
  return isFormOfState(qualifier) && !tellsApart;
}

const ARTICLE = /^(?:el|los|o|os|a|as|die|der|den|il|lo|i|gli|al)\s+(?=\p{L}{3})/iu;

/** `El Perú`, `O Brasil`: the name without its article; null where there is none. */
export function withoutArticle(name: string): string | null {
  const rest = name.trim().replace(ARTICLE, '');
  return rest === name.trim() ? null : rest;
}

/** What may stand behind the name of a country and leave it the same country. */
export const HARMLESS_REMARKS: ReadonlySet<string> = new Set(
  [
    'lead',
    'lead country',
    'co-lead',
    'host',
    'host country',
    'provider',
    'recipient',
    'beneficiary',
    'donor',
    'partner',
    'partner country',
    'pivotal',
    'facilitator',
    'coordinator',
    'country',
    'country-wide',
    'nationwide',
    'national',
    'whole country',
    'entire country',
    'all regions',
    'pays',
    'país',
    'líder',
    'pays chef de file',
    'страна',
  ].map(placeKey),
);
