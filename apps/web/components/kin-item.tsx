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
  /** What both share, the weightiest first. */
  shared: string[];
  differs?: string[];
  notReported?: string[];
  /** Heading level; 3 by default. */
  level?: 2 | 3;
}

/** A comparable case with the reasons: nothing is "similar" without saying in what. */
export function KinItem(props: KinItemProps) {
  const { t, number } = useText();
  const percent = Math.round(props.likeness * 100);
  const lines: [key: string, values: string[]][] = [
    ['shared', props.shared],
    ['differs', props.differs ?? []],
    ['not-reported', props.notReported ?? []],
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
          .filter(([, values]) => values.length > 0)
          .map(([key, values]) => (
            <div key={key} class={`kin-${key}`}>
              <dt>{t(`ui.kin-${key}`)}</dt>
              <dd>{values.join(t('ui.list-comma'))}</dd>
            </div>
          ))}
      </dl>
    </article>
  );
}
