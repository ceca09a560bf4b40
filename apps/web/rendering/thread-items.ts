import type { ThreadSummaryView } from '../../../libs/discussions/index.js';
import type { ThreadItemProps } from '../components/thread-item.js';

/** A thread below what it is about, which therefore need not be said. */
export function toThreadItem(thread: ThreadSummaryView): ThreadItemProps {
  const { startedBy } = thread;
  return {
    href: thread.url,
    title: thread.title,
    lang: thread.lang ?? undefined,
    starter: { id: startedBy.id, name: startedBy.name, href: startedBy.url },
    replies: thread.postCount - 1,
    lastAt: thread.activeAt,
    state: thread.closed ? 'closed' : 'open',
  };
}
