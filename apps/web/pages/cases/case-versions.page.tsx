import type { CaseHistoryView, CaseView } from '../../../../libs/cases/index.js';
import { Badge } from '../../components/chips.js';
import { ItemList } from '../../components/item-list.js';
import { Page, PageHead } from '../../components/page.js';
import { useText } from '../../components/text.js';
import { TimeStamp } from '../../components/time-stamp.js';
import { Trail } from '../../components/trail.js';
import { changesBetween, type TextChange } from './version-changes.js';

interface CaseVersionsPageProps {
  item: Pick<CaseView, 'title' | 'url' | 'lang'>;
  /** The current one last. */
  versions: CaseHistoryView['items'];
}

/** All versions of a case, the current one first, each with what changed in it and why. */
export function CaseVersionsPage({ item, versions }: CaseVersionsPageProps) {
  const { t } = useText();
  const newestFirst = versions.map((version, index) => ({ version, before: versions[index - 1] })).reverse();
  return (
    <Page width="text">
      <Trail
        links={[
          { label: t('ui.nav-cases'), href: '/cases' },
          { label: item.title, href: item.url },
        ]}
      />
      <PageHead title={t('cases.versions-of', { title: item.title })} lede={t('cases.versions-lede')} />
      <ItemList sheet>
        {newestFirst.map(({ version, before }, index) => (
          <article key={version.number} class="version" id={`version-${version.number}`}>
            <h2 class="version-head">
              {t('cases.version-number', { number: version.number })}{' '}
              {index === 0 && <Badge tone="good">{t('cases.current')}</Badge>}
            </h2>
            <p class="item-meta">
              <TimeStamp iso={version.at} />
              {version.writtenBy && (
                <a href={version.writtenBy.url}>
                  <bdi>{version.writtenBy.name}</bdi>
                </a>
              )}
            </p>
            {version.note && <p dir="auto">{version.note}</p>}
            <Changes version={version} before={before} />
          </article>
        ))}
      </ItemList>
    </Page>
  );
}

function Changes(props: {
  version: CaseHistoryView['items'][number];
  before?: CaseHistoryView['items'][number];
}) {
  const { t } = useText();
  const changes = changesBetween(props.before, props.version);
  if (changes === null) return <p class="unsaid">{t('cases.first-version')}</p>;
  const names = [...changes.texts.map(({ part }) => part), ...changes.parts].map((part) =>
    t(`cases.part-${part}`),
  );
  if (names.length === 0) return <p class="unsaid">{t('cases.nothing-changed')}</p>;
  return (
    <>
      <p>{t('cases.changed-parts', { parts: names.join(t('ui.list-comma')) })}</p>
      {changes.texts.length > 0 && (
        <details class="fold">
          <summary>{t('cases.show-changes')}</summary>
          {changes.texts.map((change) => (
            <ChangedText key={change.part} {...change} />
          ))}
        </details>
      )}
    </>
  );
}

function ChangedText({ part, words, text }: TextChange) {
  const { t } = useText();
  return (
    <div>
      <h3>{t(`cases.part-${part}`)}</h3>
      <p class="version-text" dir="auto">
        {words
          ? words.map((word) =>
              word.kind === 'added' ? (
                <ins>{word.text}</ins>
              ) : word.kind === 'removed' ? (
                <del>{word.text}</del>
              ) : (
                word.text
              ),
            )
          : text}
      </p>
    </div>
  );
}
