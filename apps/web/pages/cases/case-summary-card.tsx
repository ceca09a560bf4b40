import type { CaseCardView } from '../../../../libs/cases/index.js';
import { CaseCard } from '../../components/case-card.js';
import { useText } from '../../components/text.js';
import { codeOf, type NameOf } from '../../rendering/names.js';
import { periodOf, placesOf } from './case-words.js';

interface CaseSummaryCardProps {
  item: CaseCardView;
  nameOf: NameOf;
  level?: 2 | 3;
}

/** A case as the lists of all places show it. */
export function CaseSummaryCard({ item, nameOf, level }: CaseSummaryCardProps) {
  const texts = useText();
  const { t, number } = texts;
  const themes = item.themes.slice(0, 3).map(({ key, title }) => nameOf(key, title));
  const percent = item.completeness.percent;
  return (
    <CaseCard
      href={item.url}
      title={item.title}
      summary={item.summary ?? undefined}
      lang={item.lang ?? undefined}
      places={placesOf(item, texts, nameOf)}
      period={periodOf(item, texts)}
      kind={item.modality ? nameOf(item.modality.key, item.modality.title) : undefined}
      badge={item.status === 'draft' ? t('cases.draft') : undefined}
      sdgs={item.goals.map(({ key }) => Number(codeOf(key)))}
      saysWhatFailed={!item.completeness.gaps.includes('whatDidNot')}
      level={level}
    >
      <p class="item-meta">
        {themes.map((theme) => (
          <span key={theme}>{theme}</span>
        ))}
        {percent < 100 && <span>{t('cases.percent-reported', { percent: number(percent) })}</span>}
      </p>
    </CaseCard>
  );
}
