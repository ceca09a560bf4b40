import type { ComponentChildren, FunctionComponent } from 'preact';
import { PresenceLine, TypingLine } from '../../components/presence.js';
import { useText } from '../../components/text.js';

interface LiveThreadProps {
  room: string;
  /** Number of the last event that the page shows. */
  seq: string;
  /** Address of one post as the server draws it, with `{number}`. */
  'fragment-url': string;
  /** The highest number that may stand on this page. */
  'page-end': string;
  'next-href': string;
  /** How many posts the thread had when the page was drawn. */
  'post-count': string;
  children: ComponentChildren;
}

/** The posts of a thread, kept up to date by the island of this name; without scripts an element like any other. */
export const LiveThread = 'live-thread' as unknown as FunctionComponent<LiveThreadProps>;

/** Who reads, who writes, how the connection is, and for those who listen what came: filled by the island. */
export function LiveLines() {
  const { t } = useText();
  return (
    <div class="live-lines">
      <PresenceLine count={0} />
      <p
        class="presence away"
        role="status"
        data-connection
        data-reconnecting={t('threads.reconnecting')}
        data-back={t('threads.back-online', { count: '{count}' })}
        hidden
      />
      <TypingLine />
      <div class="visually-hidden" aria-live="polite" data-announced />
    </div>
  );
}

/** Hidden until the thread was closed or opened while the page was open. */
export function OutOfDate({ href }: { href: string }) {
  const { t } = useText();
  return (
    <p class="notice info" role="status" data-out-of-date hidden>
      <span>
        {t('threads.out-of-date')} <a href={href}>{t('threads.reload')}</a>
      </span>
    </p>
  );
}
