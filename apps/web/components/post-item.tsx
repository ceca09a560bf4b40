import type { ComponentChildren } from 'preact';
import { Avatar } from './avatar.js';
import { Html } from './html.js';
import { Icon, type IconName } from './icon.js';
import type { PersonItem } from './links.js';
import { useText } from './text.js';
import { TimeStamp } from './time-stamp.js';

export interface PostItemProps {
  id: string;
  /** Sequence number in the thread; the anchor is `#post-N`. */
  number: number;
  author: PersonItem;
  at: string;
  editedAt?: string;
  /** Sanitised HTML of the post. */
  bodyHtml: string;
  lang?: string;
  /** The post that this one answers. */
  inReplyTo?: { number: number; author: string; href?: string };
  /** Only the actions that the reader may take. */
  actions: {
    permalink: string;
    reply?: string;
    quote?: string;
    edit?: string;
    history?: string;
    report?: string;
  };
  /** The thread takes no more replies: reply and quote are left out, whatever `actions` says. */
  closed?: boolean;
  /** Taken away; its place and number stay. */
  removed?: 'by-author' | 'by-moderator';
  /** Arrived while the page was open: lights up once. */
  fresh?: boolean;
  /** The first post, which opened the thread. */
  opening?: boolean;
  /** Reactions, sources, forms: below the text. */
  footer?: ComponentChildren;
  /** Nested replies: further `PostItem`s. */
  children?: ComponentChildren;
}

export function PostItem(props: PostItemProps) {
  const { t } = useText();
  const { author, number } = props;
  const kind = ['post', props.fresh && 'fresh', props.opening && 'opening'].filter(Boolean).join(' ');
  return (
    <article
      class={kind}
      id={`post-${number}`}
      data-post={props.id}
      data-number={number}
      aria-label={t('ui.post-by', { number, name: author.name })}
    >
      <Avatar id={author.id} name={author.name} />
      <div class="post-sheet">
        <header class="post-head">
          <span class="post-author" dir="auto">
            {author.href ? <a href={author.href}>{author.name}</a> : author.name}
          </span>
          {author.affiliation && (
            <span class="post-affiliation" dir="auto">
              {author.affiliation}
            </span>
          )}
          <a class="post-time" href={props.actions.permalink}>
            <TimeStamp iso={props.at} />
          </a>
          {props.editedAt && !props.removed && (
            <span class="post-edited">
              {props.actions.history ? <a href={props.actions.history}>{t('ui.edited')}</a> : t('ui.edited')}
            </span>
          )}
        </header>
        {props.inReplyTo && <ReplyContext {...props.inReplyTo} />}
        {props.removed ? (
          <p class="post-removed">{t(`ui.removed-${props.removed}`)}</p>
        ) : (
          <Html html={props.bodyHtml} lang={props.lang} />
        )}
        {props.footer}
        {!props.removed && <PostActions {...props} />}
      </div>
      {props.children && <div class="post-replies">{props.children}</div>}
    </article>
  );
}

function ReplyContext({ number, author, href }: { number: number; author: string; href?: string }) {
  const { t } = useText();
  return (
    <p class="post-context">
      <a href={href ?? `#post-${number}`}>
        <Icon name="reply" />
        {t('ui.in-reply-to', { name: author, number })}
      </a>
    </p>
  );
}

function PostActions({ actions, closed, author, id }: PostItemProps) {
  const { t } = useText();
  const about = { name: author.name };
  return (
    <div class="post-actions">
      {!closed && actions.reply && (
        <Action
          href={actions.reply}
          icon="reply"
          label={t('ui.reply')}
          full={t('ui.reply-to', about)}
          hook={`reply:${id}`}
        />
      )}
      {!closed && actions.quote && (
        <Action
          href={actions.quote}
          icon="quote"
          label={t('ui.quote')}
          full={t('ui.quote-of', about)}
          hook={`quote:${id}`}
        />
      )}
      {actions.edit && <Action href={actions.edit} icon="edit" label={t('ui.edit')} />}
      <span class="post-actions-minor">
        {actions.history && <MinorAction href={actions.history} icon="history" label={t('ui.history')} />}
        <MinorAction href={actions.permalink} icon="link" label={t('ui.permalink')} hook={`link:${id}`} />
        {actions.report && <MinorAction href={actions.report} icon="flag" label={t('ui.report')} />}
      </span>
    </div>
  );
}

interface ActionProps {
  href: string;
  icon: IconName;
  label: string;
  /** Says what the action is about, for those who hear it out of its place. */
  full?: string;
  hook?: string;
}

function Action({ href, icon, label, full, hook }: ActionProps) {
  return (
    <a href={href} aria-label={full} data-action={hook}>
      <Icon name={icon} />
      {label}
    </a>
  );
}

/** Seldom used: the drawing alone, its name for the pointer and for screen readers. */
function MinorAction({ href, icon, label, hook }: ActionProps) {
  return (
    <a href={href} title={label} data-action={hook}>
      <Icon name={icon} />
      <span class="visually-hidden">{label}</span>
    </a>
  );
}

/** Instead of the composer, where nothing more can be said. */
export function ClosedNote({ children }: { children?: ComponentChildren }) {
  const { t } = useText();
  return (
    <p class="closed-note">
      <Icon name="lock" />
      {children ?? t('ui.thread-closed')}
    </p>
  );
}
