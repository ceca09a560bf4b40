import { ItemTitle } from './item-title.js';
import { useText } from './text.js';

export interface KinItemProps {
  href: string;
  title: string;
  lang?: string;
  /** Who to whom, for example `Tunisia → Mauritania`: made by `ui.from-to`. */
  places?: string;
  /** How near, 0 to 1. */
  likeness: number;
  /** What both share, the weightiest first: all of it, or the beginning. */
  shared: string[];
  /** How many things both share in all. */
  sharedCount?: number;
  differs?: string[];
  notReported?: string[];
  /** What differs, in full: folded below the names of what differs. */
  differences?: string[];
  /** Heading level; 3 by default. */
  level?: 2 | 3;
}

/** A comparable case with the reasons: nothing is "similar" without saying in what. */
export function KinItem(props: KinItemProps) {
  const { t, number } = useText();
  const percent = Math.round(props.likeness * 100);
  const sharedCount = number(props.sharedCount ?? props.shared.length);
  const lines: [key: string, label: string, values: string[]][] = [
    ['shared', t('ui.kin-shared-count', { count: sharedCount }), props.shared],
    ['differs', t('ui.kin-differs'), props.differs ?? []],
    ['not-reported', t('ui.kin-not-reported'), props.notReported ?? []],
  ];
  return (
    <article class="kin">
      {props.places && (
        <p class="item-meta">
          <span>{props.places}</span>
        </p>
      )}
      <ItemTitle level={props.level ?? 3} lang={props.lang}>
        <a href={props.href}>{props.title}</a>
      </ItemTitle>
      <p class="kin-likeness">
        <meter value={props.likeness} min={0} max={1} aria-label={t('ui.likeness')}>
          {number(percent)}
        </meter>
        <span>{t('ui.percent', { value: number(percent) })}</span>
      </p>
      <dl>
        {lines
          .filter(([, , values]) => values.length > 0)
          .map(([key, label, values]) => (
            <div key={key} class={`kin-${key}`}>
              <dt>{label}</dt>
              <dd>{values.join(t('ui.list-comma'))}</dd>
            </div>
          ))}
      </dl>
      {props.differences && props.differences.length > 0 && (
        <details class="kin-differences">
          <summary>{t('ui.kin-differences')}</summary>
          <ul>
            {props.differences.map((difference) => (
              <li key={difference}>{difference}</li>
            ))}
          </ul>
        </details>
      )}
    </article>
  );
}
