import { type PostHistoryView, postUrl, type ThreadView } from '../../../../libs/discussions/index.js';
import { Badge } from '../../components/chips.js';
import { ItemList } from '../../components/item-list.js';
import { Page, PageHead } from '../../components/page.js';
import { useText } from '../../components/text.js';
import { TimeStamp } from '../../components/time-stamp.js';
import { Trail } from '../../components/trail.js';
import { threadLinks } from './thread-links.js';
import { type WordChange, wordChanges } from './word-changes.js';

interface PostHistoryPageProps {
  thread: Pick<ThreadView, 'id' | 'title'>;
  number: number;
  versions: PostHistoryView['items'];
}

/** Versions that are compared; older ones are shown as they are. */
const COMPARED = 20;

/** All versions of a post, the current one first, each with what changed in it. */
export function PostHistoryPage({ thread, number, versions }: PostHistoryPageProps) {
  const { t } = useText();
  const newestFirst = versions
    .map((version, index) => ({ ...version, before: versions[index - 1] }))
    .reverse();
  return (
    <Page width="text">
      <Trail
        links={[
          { label: t('threads.title'), href: '/threads' },
          { label: thread.title, href: threadLinks.thread(thread.id) },
        ]}
      />
      <PageHead
        title={t('threads.history-of', { number })}
        lede={t('threads.history-lede', { count: versions.length })}
      />
      <ItemList sheet>
        {newestFirst.map((version, index) => (
          <article key={version.number} class="version">
            <h2 class="version-head">
              {t('threads.version', { number: version.number })} <TimeStamp iso={version.at} />
              {index === 0 && <Badge tone="good">{t('threads.current')}</Badge>}
            </h2>
            <VersionText
              body={version.body}
              changes={
                version.before && index < COMPARED ? wordChanges(version.before.body, version.body) : null
              }
            />
          </article>
        ))}
      </ItemList>
      <p>
        <a href={postUrl(thread.id, number)}>{t('threads.back-to-thread')}</a>
      </p>
    </Page>
  );
}

function VersionText({ body, changes }: { body: string; changes: WordChange[] | null }) {
  return (
    <p class="version-text" dir="auto">
      {changes
        ? changes.map(({ kind, text }) =>
            kind === 'added' ? <ins>{text}</ins> : kind === 'removed' ? <del>{text}</del> : text,
          )
        : body}
    </p>
  );
}
