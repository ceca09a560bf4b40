import type { ThreadSummaryView } from '../../../../libs/discussions/index.js';
import { ButtonLink } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { ItemList } from '../../components/item-list.js';
import { Page, PageHead } from '../../components/page.js';
import { Pager } from '../../components/pager.js';
import { SearchForm } from '../../components/search-form.js';
import { EmptyState } from '../../components/states.js';
import { Tabs } from '../../components/tabs.js';
import { useText } from '../../components/text.js';
import { ThreadItem } from '../../components/thread-item.js';

export interface ThreadListPageProps {
  threads: (ThreadSummaryView & { lastOwnNumber?: number | null })[];
  nextHref?: string;
  /** Back to the newest, from further pages. */
  firstHref?: string;
  signedIn: boolean;
  /** Only threads in which the reader takes part. */
  mine: boolean;
}

export function ThreadListPage({ threads, nextHref, firstHref, signedIn, mine }: ThreadListPageProps) {
  const { t } = useText();
  const start = (
    <ButtonLink href="/threads/new" icon="plus">
      {t('threads.start')}
    </ButtonLink>
  );
  return (
    <Page aside={<ListAside />} asideLabel={t('threads.good-question')}>
      <PageHead title={t('threads.title')} lede={t('threads.lede')} actions={start} />
      <SearchForm
        label={t('threads.find-one')}
        placeholder={t('threads.find-placeholder')}
        values={[['type', 'thread']]}
      />
      {signedIn && (
        <Tabs
          label={t('threads.title')}
          tabs={[
            { label: t('threads.all'), href: '/threads', current: !mine },
            { label: t('threads.yours'), href: '/threads?mine=1', current: mine },
          ]}
        />
      )}
      {threads.length === 0 ? (
        <EmptyState
          title={t(mine ? 'threads.none-of-yours' : 'threads.none')}
          message={t(mine ? 'threads.none-of-yours-text' : 'threads.none-text')}
          action={start}
        />
      ) : (
        <ItemList sheet>
          {threads.map((thread) => (
            <ThreadRow key={thread.id} thread={thread} />
          ))}
        </ItemList>
      )}
      <Pager previousHref={firstHref} nextHref={nextHref} />
    </Page>
  );
}

/** A thread in a list of threads. */
export function ThreadRow({
  thread,
  level = 2,
}: {
  thread: ThreadSummaryView & { lastOwnNumber?: number | null };
  level?: 2 | 3;
}) {
  const { startedBy, lastOwnNumber } = thread;
  return (
    <ThreadItem
      href={thread.url}
      title={thread.title}
      lang={thread.lang ?? undefined}
      starter={{ id: startedBy.id, name: startedBy.name, href: startedBy.url }}
      replies={thread.postCount - 1}
      lastAt={thread.activeAt}
      about={thread.about.map(({ title, url }) => ({ label: title, href: url }))}
      state={thread.closed ? 'closed' : 'open'}
      unread={lastOwnNumber ? thread.postCount - lastOwnNumber : 0}
      level={level}
    />
  );
}

function ListAside() {
  const { t } = useText();
  return (
    <Card title={t('threads.good-question')} tone="call">
      <ul class="tips">
        <li>{t('threads.tip-situation')}</li>
        <li>{t('threads.tip-tried')}</li>
        <li>{t('threads.tip-ask')}</li>
      </ul>
    </Card>
  );
}
