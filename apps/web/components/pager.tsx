import { Icon } from './icon.js';
import { useText } from './text.js';

interface PagerProps {
  previousHref?: string;
  nextHref?: string;
  /** Where one is, for example `21–40 of 312`. */
  position?: string;
}

/** Earlier and later pages by cursor; nothing when there is one page only. */
export function Pager({ previousHref, nextHref, position }: PagerProps) {
  const { t } = useText();
  if (!previousHref && !nextHref) return null;
  return (
    <nav class="pager" aria-label={t('ui.pages')}>
      {previousHref && (
        <a class="button quiet" rel="prev" href={previousHref}>
          <Icon name="previous" />
          {t('ui.previous')}
        </a>
      )}
      {position && <span class="pager-position">{position}</span>}
      {nextHref && (
        <a class="button quiet pager-next" rel="next" href={nextHref}>
          {t('ui.next')}
          <Icon name="next" />
        </a>
      )}
    </nav>
  );
}
