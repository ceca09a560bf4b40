import type { ComponentChildren } from 'preact';
import { Badge } from './chips.js';
import { ItemTitle } from './item-title.js';
import { SdgDot } from './sdg.js';
import { useText } from './text.js';

export interface CaseCardProps {
  href: string;
  title: string;
  summary?: string;
  lang?: string;
  /** Who to whom, for example `Peru → Bolivia`: made by `ui.from-to`, as the arrow turns round in Arabic. */
  places?: string;
  /** When, for example `2016–2019`. */
  period?: string;
  /** Numbers of the goals. */
  sdgs?: number[];
  /** Kind of cooperation, such as `Triangular`. */
  kind?: string;
  /** State worth a word, such as `Draft`. */
  badge?: string;
  /** Replies in the discussion. */
  replies?: number;
  /** Whether the case says what did not work: rare and worth showing. */
  saysWhatFailed?: boolean;
  /** Heading level; 3 by default. */
  level?: 2 | 3;
  children?: ComponentChildren;
}

export function CaseCard(props: CaseCardProps) {
  const { t } = useText();
  const meta = [props.places, props.period, props.kind].filter((note) => note !== undefined && note !== '');
  return (
    <article class="case-card">
      {meta.length > 0 && (
        <p class="item-meta">
          {meta.map((note) => (
            <span key={note}>{note}</span>
          ))}
        </p>
      )}
      <ItemTitle level={props.level ?? 3} lang={props.lang}>
        <a href={props.href}>{props.title}</a> {props.badge && <Badge tone="warm">{props.badge}</Badge>}
      </ItemTitle>
      {props.summary && (
        <p class="item-text" lang={props.lang} dir="auto">
          {props.summary}
        </p>
      )}
      {props.children}
      <div class="case-card-foot">
        {props.sdgs && props.sdgs.length > 0 && (
          <span class="sdg-dots">
            {props.sdgs.map((number) => (
              <SdgDot key={number} number={number} />
            ))}
          </span>
        )}
        {props.saysWhatFailed && <span class="case-honest">{t('ui.says-what-failed')}</span>}
        {props.replies !== undefined && props.replies > 0 && (
          <span class="case-replies">{t('ui.replies', { count: props.replies })}</span>
        )}
      </div>
    </article>
  );
}
