import { CHOICES, type ChoiceCounts } from '../../../../libs/dialogues/index.js';
import { useText } from '../../components/text.js';
import { ChoiceBar } from './choice-bar.js';

interface ChoiceFiguresProps {
  answers: number;
  /** Null while there are too few to show. */
  counts: ChoiceCounts | null;
  /** How many answers there must be. */
  fewest: number;
}

/** What was said to one statement, in all. */
export function ChoiceFigures({ answers, counts, fewest }: ChoiceFiguresProps) {
  const { t, number } = useText();
  if (counts === null) {
    return <p class="unsaid">{t('dialogue-pages.too-few', { count: answers, fewest })}</p>;
  }
  const shown = counts.agree + counts.disagree + counts.pass;
  return (
    <div class="choice-figures">
      <ChoiceBar counts={counts} />
      <dl>
        {CHOICES.map((choice) => (
          <div key={choice} class={choice}>
            <dt>{t(`dialogue-pages.${choice}`)}</dt>
            <dd>
              <b>{number(counts[choice])}</b>{' '}
              <span>{t('ui.percent', { value: number(Math.round((counts[choice] / shown) * 100)) })}</span>
            </dd>
          </div>
        ))}
      </dl>
      {shown < answers && (
        <p class="field-hint">
          {t('dialogue-pages.figures-of', { shown: number(shown), answers: number(answers), fewest })}
        </p>
      )}
    </div>
  );
}
