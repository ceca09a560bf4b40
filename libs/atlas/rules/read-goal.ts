import { asciiDigits } from '../../platform/i18n/ascii-digits.js';
import type { Sdg, SdgTarget } from '../reference-records.js';
import { foldName } from './fold-name.js';
import { OTHER_GOAL_NAMES } from './goal-names.js';

export type GoalRefusalReason =
  /** Neither a number nor the name of a goal. */
  | 'unknown'
  /** There are 17 goals. */
  | 'no-such-goal'
  /** The goal has no such target. */
  | 'no-such-target'
  /** Two numbers or more where one was expected. */
  | 'several'
  /** Number and name are those of two goals, or the words beside the number are not those of its goal. */
  | 'contradiction';

/** A goal (`6`) or a target (`6.1`), or why it is neither. */
export type GoalReading =
  | { readonly kind: 'goal' | 'target'; readonly code: string }
  | { readonly kind: 'refused'; readonly reason: GoalRefusalReason };

export type ReadGoal = (written: string) => GoalReading;

/** What stands before the number of a goal, in seven languages. Other goals (MDG 6, strategic goal 6) are not read. */
const GOAL_WORDS =
  'un sdgs?|united nations sdgs?|sdgs? goals?|sdgs?|ods|odd|цур|global goals?|goals?|(?:un )?sustainable development goals?|' +
  'objectifs? de developpement durable|objectifs?|objetivos? de desarrollo sostenible|objetivos? de desenvolvimento sustentavel|objetivos?|' +
  'цель устойчивого развития|цели|цель|هدف التنميه المستدامه|الهدف|هدف|可持续发展目标|目标|第';
/** What stands before the number of a target, or of one of its indicators. */
const TARGET_WORDS =
  'sdgs? targets?|targets?|cibles?|metas?|задачи?|задача|الغايه|غايه|具体目标|sdgs? indicators?|indicators?|indicateurs?|indicador(?:es)?|показатель|المؤشر|指标';

const NUMBERED = new RegExp(
  `^(?:(?<goal>${GOAL_WORDS})|(?<target>${TARGET_WORDS}))?[\\s:#._-]*(?:no?\\.?|nr\\.?|n[°º])?\\s*` +
    '0?(?<number>\\d{1,2})(?!\\d)(?:\\.?(?<part>(?<=\\.)\\d{1,2}(?!\\d)|[a-d](?![\\p{L}\\d]))(?:\\.\\d{1,2}[a-z]?)?)?(?<rest>.*)$',
  'u',
);

const ADDRESS =
  /^https?:\/\/[^\s]*?(?:sdgs?|goals?|ods|odd)[/-](?:goals?\/)?(?:goals?-?)?(\d{1,2}(?:\.(?:\d{1,2}|[a-d]))?)(?:\.\d+)?\/?(?:[?#].*)?$/i;

/** Lower case without accents; signs stay, since they tell 6.1 from 61. */
function plain(text: string): string {
  return asciiDigits(text.normalize('NFKC'))
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f\u064b-\u065f\p{Cf}]/gu, '')
    .normalize('NFC')
    .replace(/ة/g, 'ه')
    .replace(/\s+/g, ' ')
    .trim();
}

function nameKey(text: string): string {
  return foldName(text).replaceAll(' ', '');
}

/** Builds a reader of goals and targets as people write them: "SDG 6", "ODS 6", "6.1.1", "Clean Water and Sanitation". */
export function createGoalReader(sdgs: readonly Sdg[], targets: readonly SdgTarget[]): ReadGoal {
  const goals = new Set(sdgs.map(({ code }) => code));
  const targetTexts = new Map(targets.map(({ code, texts }) => [code, Object.values(texts).map(String)]));
  const goalTexts = new Map(
    sdgs.map(({ code, names, titles }) => [
      code,
      [...Object.values(names), ...Object.values(titles), ...(OTHER_GOAL_NAMES[code] ?? [])].map(String),
    ]),
  );
  const byName = new Map<string, string>();
  for (const [code, texts] of goalTexts)
    for (const text of texts) {
      byName.set(nameKey(text), code);
      // "Goal 6. Ensure availability …" is found without its beginning too.
      byName.set(nameKey(text.replace(/^\p{L}+ \d+\.\s*/u, '')), code);
    }
  for (const [code, texts] of targetTexts) for (const text of texts) byName.set(nameKey(text), code);

  function readNumber(number: string, part: string | undefined): GoalReading {
    const goal = String(Number(number));
    if (!goals.has(goal)) return { kind: 'refused', reason: 'no-such-goal' };
    // A table that takes goals for numbers writes 6.0.
    if (part === undefined || part === '0') return { kind: 'goal', code: goal };
    const code = `${goal}.${part}`;
    return targetTexts.has(code) ? { kind: 'target', code } : { kind: 'refused', reason: 'no-such-target' };
  }

  /** Whether the words beside a number may stand there: those of its goal, or none of another one. */
  function accepts(reading: GoalReading, words: string, isNamed: boolean): boolean {
    if (reading.kind === 'refused' || words === '') return true;
    const goal = reading.code.split('.')[0] ?? '';
    const own = [...(goalTexts.get(goal) ?? []), ...(targetTexts.get(reading.code) ?? [])].map(foldName);
    const written = foldName(words).split(' ');
    if (
      own.some(
        (text) => written.every((word) => text.split(' ').includes(word)) || text.includes(foldName(words)),
      )
    )
      return true;
    return isNamed && !byName.has(nameKey(words)) && !/\d/.test(words);
  }

  return (written) => {
    const text = plain(written);
    const named = byName.get(nameKey(written));
    if (named !== undefined && !/^\d/.test(text)) return readNumber(...splitCode(named));
    const address = ADDRESS.exec(text)?.[1];
    if (address) return readNumber(...splitCode(address));
    const { goal, target, number, part, rest = '' } = NUMBERED.exec(text)?.groups ?? {};
    if (number === undefined) return { kind: 'refused', reason: 'unknown' };
    if (/^[.\d]/.test(rest) && !/^\.(?:\s|$)/.test(rest)) return { kind: 'refused', reason: 'unknown' };
    // "Target 6" may be of any plan; a target of these goals has two parts.
    if (target !== undefined && part === undefined) return { kind: 'refused', reason: 'no-such-target' };
    const words = rest
      .replace(/^[\s.,:;()–—-]+|[\s.,:;()]+$/gu, '')
      .replace(/^(?:号|号目标|项|个?目标)$/u, '');
    if (/^(?:\p{L}{1,3} )?\d{1,2}(?:\.[\da-d]+)?(?:$|[\s,;])/u.test(words))
      return { kind: 'refused', reason: 'several' };
    const reading = readNumber(number, part);
    const isNamed =
      /sdg|ods|odd|цур|development|developpement|sostenible|sustentavel|устойчивого|可持续/.test(
        goal ?? target ?? '',
      ) || target !== undefined;
    return accepts(reading, words, isNamed) ? reading : { kind: 'refused', reason: 'contradiction' };
  };
}

function splitCode(code: string): [string, string | undefined] {
  const [goal = '', part] = code.split('.');
  return [goal, part];
}

/** Puts together again what a comma cut within the name of a goal: "Industry", "Innovation and Infrastructure". */
export function joinGoalNames(parts: readonly string[], readGoal: ReadGoal): string[] {
  const joined: string[] = [];
  for (let from = 0; from < parts.length; ) {
    let to = Math.min(parts.length, from + 5);
    const isName = () =>
      !/\d/.test(parts.slice(from, to).join('')) &&
      readGoal(parts.slice(from, to).join(', ')).kind === 'goal';
    while (to > from + 1 && !isName()) to--;
    joined.push(parts.slice(from, to).join(', '));
    from = to;
  }
  return joined;
}
