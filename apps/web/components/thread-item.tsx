import { Avatar } from './avatar.js';
import { Badge } from './chips.js';
import { Icon } from './icon.js';
import { ItemTitle } from './item-title.js';
import type { LinkItem, PersonItem } from './links.js';
import { useText } from './text.js';
import { TimeStamp } from './time-stamp.js';

export interface ThreadItemProps {
  href: string;
  title: string;
  lang?: string;
  starter: PersonItem;
  replies: number;
  /** Time and author of the latest post. */
  lastAt: string;
  lastBy?: string;
  /** What it is about: case, country, theme. */
  about?: LinkItem[];
  state?: 'open' | 'answered' | 'closed';
  pinned?: boolean;
  /** Posts since the reader was last here. */
  unread?: number;
  /** Heading level; 3 by default. */
  level?: 2 | 3;
}

export function ThreadItem(props: ThreadItemProps) {
  const { t, number } = useText();
  const unread = props.unread ?? 0;
  return (
    <article class={unread > 0 ? 'thread-item unread' : 'thread-item'}>
      <Avatar id={props.starter.id} name={props.starter.name} />
      <div class="thread-text">
        <ItemTitle level={props.level ?? 3} lang={props.lang}>
          {props.pinned && (
            <span class="thread-pin">
              <Icon name="pin" />
              <span class="visually-hidden">{t('ui.pinned')}</span>
            </span>
          )}
          <a href={props.href}>{props.title}</a>{' '}
          {props.state === 'answered' && <Badge tone="good">{t('ui.answered')}</Badge>}
          {props.state === 'closed' && <Badge>{t('ui.closed')}</Badge>}{' '}
          {unread > 0 && <Badge tone="warm">{t('ui.unread', { count: unread })}</Badge>}
        </ItemTitle>
        <p class="item-meta">
          <span>
            <bdi>{props.starter.name}</bdi>
          </span>
          {props.about?.map(({ label, href }) => (
            <a key={href} href={href}>
              {label}
            </a>
          ))}
        </p>
      </div>
      <div class="thread-figures">
        <p class="thread-count">
          <b>{number(props.replies)}</b> <span>{t('ui.replies-word', { count: props.replies })}</span>
        </p>
        <p class="thread-last">
          <TimeStamp iso={props.lastAt} />
          {props.lastBy && (
            <span>
              <bdi>{props.lastBy}</bdi>
            </span>
          )}
        </p>
      </div>
    </article>
  );
}
