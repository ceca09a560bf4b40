import type { CaseView } from '../../../../libs/cases/index.js';
import { LANGUAGES } from '../../components/links.js';
import type { Texts } from '../../components/text.js';
import { codeOf, type NameOf } from '../../rendering/names.js';
import { moneyOf } from './case-words.js';

/** What a case says in each part of its form, as readers read it. */
export function savedCaseTexts(item: CaseView, texts: Texts, nameOf: NameOf): Record<string, string> {
  const { t } = texts;
  const list = (parts: string[]) => parts.join(t('ui.list-comma'));
  const withRole = (type: string) => (link: { key: string; title: string; role: string }) =>
    `${nameOf(link.key, link.title)} (${nameOf(`${type}:${link.role}`)})`;
  const year = (value: number | null) => (value === null ? '' : String(value));
  return {
    lang: LANGUAGES.find(({ code }) => code === item.lang)?.name ?? item.lang ?? '',
    title: item.title,
    summary: item.summary ?? '',
    context: item.context ?? '',
    approach: item.approach ?? '',
    whatWorked: item.whatWorked ?? '',
    whatDidNot: item.whatDidNot ?? '',
    results: item.results.map(({ what, value }) => `${what}: ${value}`).join('\n'),
    inputs: inputsOf(item, texts),
    countries: list(item.countries.map(withRole('country-role'))),
    actors: list(item.actors.map(withRole('actor-role'))),
    themes: list(item.themes.map(({ key, title }) => nameOf(key, title))),
    targets: list([...item.goals, ...item.targets].map(({ key }) => codeOf(key))),
    modality: item.modality ? nameOf(item.modality.key, item.modality.title) : '',
    startYear: year(item.startYear),
    endYear: year(item.endYear),
    ongoing: item.ongoing ? t('cases.part-ongoing') : '',
    scale: item.scale ? t(`cases.scale-${item.scale}`) : '',
  };
}

function inputsOf({ inputs }: CaseView, texts: Texts): string {
  if (!inputs) return '';
  const { t, number } = texts;
  const { money, expertDays, peopleHosted, other } = inputs;
  const counted = (part: string, count: number | null | undefined) =>
    typeof count === 'number' ? [`${t(`cases.part-${part}`)}: ${number(count)}`] : [];
  return [
    ...(money ? [moneyOf(money, texts)] : []),
    ...counted('expertDays', expertDays),
    ...counted('peopleHosted', peopleHosted),
    ...(other ? [other] : []),
  ].join('\n');
}
