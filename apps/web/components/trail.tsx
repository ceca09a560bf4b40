import type { LinkItem } from './links.js';
import { useText } from './text.js';

interface TrailProps {
  /** From the widest to the page above this one. */
  links: LinkItem[];
  /** This page; left out where the heading says it. */
  current?: string;
}

export function Trail({ links, current }: TrailProps) {
  const { t } = useText();
  return (
    <nav class="trail" aria-label={t('ui.trail')}>
      <ol>
        {links.map(({ label, href }) => (
          <li key={href}>
            <a href={href}>
              <bdi>{label}</bdi>
            </a>
          </li>
        ))}
        {current && <li aria-current="page">{current}</li>}
      </ol>
    </nav>
  );
}
