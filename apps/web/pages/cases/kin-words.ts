import type { ComparableCasesView } from '../../../../libs/explore/index.js';
import type { KinItemProps } from '../../components/kin-item.js';
import type { Texts } from '../../components/text.js';
import type { NameOf } from '../../rendering/names.js';
import { placesOf } from './case-words.js';

export type Comparison = ComparableCasesView['items'][number];

/** Shared things beyond these are counted in the rail. */
const SHARED_IN_SHORT = 4;

function common({ case: item, score, shares }: Comparison, texts: Texts, nameOf: NameOf) {
  const countries = item.countries.map(({ key, label, role }) => ({ key, title: label, role, url: '' }));
  return {
    href: item.url,
    title: item.title,
    lang: item.lang ?? undefined,
    places: placesOf({ countries }, texts, nameOf),
    likeness: score,
    sharedCount: shares.length,
  };
}

/** A comparable case in the rail: what is shared in full, the rest by name. */
export function kinInShort(comparison: Comparison, texts: Texts, nameOf: NameOf): KinItemProps {
  const { shares, differs, notReported } = comparison;
  return {
    ...common(comparison, texts, nameOf),
    shared: shares.slice(0, SHARED_IN_SHORT).map(({ label }) => label),
    differs: differs.slice(0, 3).map(({ label }) => label),
    notReported: notReported
      .filter(({ side }) => side !== 'ours')
      .map(({ label }) => label)
      .slice(0, 3),
  };
}

/** The same with every reason in words: what differs and how, and whose report is silent. */
export function kinInFull(comparison: Comparison, texts: Texts, nameOf: NameOf): KinItemProps {
  const { t } = texts;
  const { shares, differs, notReported } = comparison;
  return {
    ...common(comparison, texts, nameOf),
    shared: shares.map(({ label }) => label),
    differs: differs.map(({ label }) => label),
    differences: differs.map(({ label, ours, theirs }) => t('cases.differs-in', { label, ours, theirs })),
    notReported: notReported.map(({ label, side }) => t(`cases.gap-${side}`, { label })),
    level: 2,
  };
}
