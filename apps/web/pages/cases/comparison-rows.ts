import type { CaseView } from '../../../../libs/cases/index.js';
import type { Texts } from '../../components/text.js';
import { codeOf, type NameOf } from '../../rendering/names.js';
import { moneyOf, periodOf } from './case-words.js';

/** One thing that a case says in a row; `key` tells when two cases say the same. */
interface ComparedValue {
  key: string;
  text: string;
  isShared: boolean;
}

/** What one case says in one row; null when it says nothing. */
export type ComparedCell = { values: ComparedValue[] } | { html: string; lang: string | null } | null;

export interface ComparedRow {
  label: string;
  cells: ComparedCell[];
}

type Saying = (item: CaseView) => { key: string; text: string }[];

/**
 * Cases field by field. What the first case has in common with one of the others is marked in both; texts stand
 * side by side as they are.
 */
export function comparisonRows(items: CaseView[], texts: Texts, nameOf: NameOf): ComparedRow[] {
  const { t } = texts;
  const one = (text: string | undefined | null) => (text ? [{ key: text, text }] : []);
  const entity = ({ key, title }: { key: string; title: string }) => ({ key, text: nameOf(key, title) });
  const said: [label: string, says: Saying][] = [
    [
      t('cases.countries'),
      (item) =>
        item.countries.map(({ key, title, role }) => {
          const name = nameOf(key, title);
          return {
            key,
            text:
              role === 'location'
                ? name
                : t('cases.with-role', { name, role: nameOf(`country-role:${role}`) }),
          };
        }),
    ],
    [t('cases.themes'), (item) => item.themes.map(entity)],
    [
      t('cases.targets'),
      (item) => [
        ...item.goals.map(({ key, title }) => ({
          key,
          text: t('ui.sdg-numbered', { number: codeOf(key), name: nameOf(key, title) }),
        })),
        ...item.targets.map(({ key }) => ({ key, text: codeOf(key) })),
      ],
    ],
    [t('cases.modality'), (item) => (item.modality ? [entity(item.modality)] : [])],
    [t('cases.when'), (item) => one(periodOf(item, texts))],
    [t('cases.scale'), (item) => one(item.scale && t(`cases.scale-${item.scale}`))],
    [
      t('cases.actor-kinds'),
      (item) =>
        [...new Set(item.actors.flatMap(({ actorType }) => actorType ?? []))].map((type) => ({
          key: type,
          text: nameOf(`actor-type:${type}`),
        })),
    ],
    [
      t('cases.results'),
      (item) =>
        item.results.map(({ what, value }) => ({ key: `${what}: ${value}`, text: `${what}: ${value}` })),
    ],
    [t('cases.money'), (item) => one(item.inputs?.money && moneyOf(item.inputs.money, texts))],
  ];
  const rows = said.map(([label, says]) => ({ label, cells: markShared(items.map(says)) }));
  const text = (label: string, part: keyof CaseView['html']): ComparedRow => ({
    label,
    cells: items.map((item) => {
      const html = item.html[part];
      return html === null ? null : { html, lang: item.lang };
    }),
  });
  return [
    ...rows.slice(0, 7),
    text(t('ui.what-worked'), 'whatWorked'),
    text(t('ui.what-failed'), 'whatDidNot'),
    ...rows.slice(7),
    text(t('cases.context'), 'context'),
    text(t('cases.approach'), 'approach'),
  ];
}

function markShared(columns: { key: string; text: string }[][]): ComparedCell[] {
  const [ours = [], ...others] = columns.map((values) => values.map(({ key }) => key));
  return columns.map((values, column) => {
    if (values.length === 0) return null;
    const isShared = (key: string) =>
      column === 0 ? others.some((keys) => keys.includes(key)) : ours.includes(key);
    return { values: values.map((value) => ({ ...value, isShared: isShared(value.key) })) };
  });
}
