/** The names of the months in our languages, long and short, folded; as a nominative and as in a date (мая). */
let months: ReadonlyMap<string, number> | undefined;

const LANGUAGES = ['en', 'fr', 'es', 'pt', 'ar', 'zh', 'ru'];

/** Months of the Levant and the Maghreb, and short forms that Unicode does not list. */
const OTHER_NAMES: Readonly<Record<string, number>> = {
  'كانون الثاني': 1,
  شباط: 2,
  آذار: 3,
  نيسان: 4,
  أيار: 5,
  حزيران: 6,
  تموز: 7,
  آب: 8,
  أيلول: 9,
  'تشرين الأول': 10,
  'تشرين الثاني': 11,
  'كانون الأول': 12,
  جانفي: 1,
  فيفري: 2,
  أفريل: 4,
  ماي: 5,
  جوان: 6,
  جويلية: 7,
  أوت: 8,
  sept: 9,
  set: 9,
  setembro: 9,
  setiembre: 9,
  ene: 1,
  abr: 4,
  ago: 8,
  dic: 12,
  dez: 12,
  fev: 2,
  aout: 8,
  мая: 5,
};

/** @returns 1 to 12; undefined where it is no month */
export function monthNamed(name: string): number | undefined {
  months ??= readMonths();
  return months.get(foldMonth(name));
}

function readMonths(): ReadonlyMap<string, number> {
  const found = new Map(Object.entries(OTHER_NAMES).map(([name, month]) => [foldMonth(name), month]));
  for (const language of LANGUAGES)
    for (const options of [
      { month: 'long' },
      { month: 'short' },
      { month: 'long', day: 'numeric' },
      { month: 'short', day: 'numeric' },
    ] as const)
      for (let month = 1; month <= 12; month++) {
        const parts = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).formatToParts(
          Date.UTC(2015, month - 1, 15),
        );
        const name = foldMonth(parts.find(({ type }) => type === 'month')?.value ?? '');
        if (!/\d/.test(name) && name !== '') found.set(name, month);
      }
  return found;
}

function foldMonth(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f\u064b-\u065f.]/g, '')
    .normalize('NFC')
    .trim();
}
