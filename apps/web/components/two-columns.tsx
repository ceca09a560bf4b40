import type { ComponentChildren } from 'preact';
import { Icon } from './icon.js';
import { useText } from './text.js';

interface TwoColumnsProps {
  /** Sanitised content; where left out, the page says that it was not reported. */
  worked?: ComponentChildren;
  failed?: ComponentChildren;
}

/** What worked beside what did not, at the same size: the second is worth as much as the first. */
export function TwoColumns({ worked, failed }: TwoColumnsProps) {
  const { t } = useText();
  return (
    <div class="two-columns">
      <section class="card good">
        <h2>
          <Icon name="check" />
          {t('ui.what-worked')}
        </h2>
        {worked ?? <p class="unsaid">{t('ui.not-reported')}</p>}
      </section>
      <section class="card bad">
        <h2>
          <Icon name="cross" />
          {t('ui.what-failed')}
        </h2>
        {failed ?? <p class="unsaid">{t('ui.not-reported')}</p>}
      </section>
    </div>
  );
}
