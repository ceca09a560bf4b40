import type { CommitmentSummaryView, CommitmentView } from '../../../../libs/commitments/index.js';
import type { EntityListView } from '../../../../libs/explore/index.js';
import { Card } from '../../components/card.js';
import { Chip, Chips } from '../../components/chips.js';
import { ItemList, LineItem } from '../../components/item-list.js';
import { Page, PageHead } from '../../components/page.js';
import { Pager } from '../../components/pager.js';
import { SearchForm } from '../../components/search-form.js';
import { StatRow } from '../../components/stat-row.js';
import { EmptyState } from '../../components/states.js';
import { type TabItem, Tabs } from '../../components/tabs.js';
import { useText } from '../../components/text.js';
import { CommitmentItem } from './commitment-item.js';

export interface CommitmentListPageProps {
  commitments: CommitmentView[];
  /** By what came of them. */
  tabs: TabItem[];
  /** Whose, about what or made where, when only those were asked for. */
  subject: { title: string; url: string; clearHref: string; summary: CommitmentSummaryView } | null;
  /** Words by which a person, organisation, country or theme is looked for, and what was found. */
  words: string;
  found: (EntityListView['items'][number] & { href: string })[];
  nextHref?: string;
  previousHref?: string;
}

/** What was promised, and what came of it. */
export function CommitmentListPage(props: CommitmentListPageProps) {
  const { t } = useText();
  const { subject, commitments, words, found } = props;
  return (
    <Page
      asideLabel={t('commitments-pages.what-is')}
      aside={
        <Card title={t('commitments-pages.what-is')} tone="call">
          <p>{t('commitments-pages.what-is-text')}</p>
        </Card>
      }
    >
      <PageHead title={t('commitments-pages.title')} lede={t('commitments-pages.lede')}>
        {subject && (
          <>
            <Chips label={t('commitments-pages.of-what')}>
              <Chip href={subject.url}>{subject.title}</Chip>
              <li>
                <a class="chip-change" href={subject.clearHref}>
                  {t('commitments-pages.show-all')}
                </a>
              </li>
            </Chips>
            <Figures summary={subject.summary} />
          </>
        )}
      </PageHead>
      <SearchForm
        action="/commitments"
        words={words}
        label={t('commitments-pages.find-label')}
        placeholder={t('commitments-pages.find-placeholder')}
      />
      {words !== '' && (
        <Card title={t('commitments-pages.found')}>
          {found.length > 0 ? (
            <ItemList>
              {found.map(({ key, href, title, typeName }) => (
                <LineItem key={key} href={href} title={title} note={typeName} />
              ))}
            </ItemList>
          ) : (
            <p class="unsaid">{t('commitments-pages.nothing-found')}</p>
          )}
        </Card>
      )}
      <Tabs label={t('commitments-pages.title')} tabs={props.tabs} />
      {commitments.length > 0 ? (
        <ItemList sheet>
          {commitments.map((commitment) => (
            <CommitmentItem key={commitment.id} commitment={commitment} level={2} />
          ))}
        </ItemList>
      ) : (
        <EmptyState title={t('commitments-pages.none')} message={t('commitments-pages.none-text')} />
      )}
      <Pager previousHref={props.previousHref} nextHref={props.nextHref} />
    </Page>
  );
}

function Figures({ summary }: { summary: CommitmentSummaryView }) {
  const { t } = useText();
  const states = ['open', 'kept', 'partly', 'dropped'] as const;
  return (
    <StatRow
      stats={[
        ...states.map((state) => ({ label: t(`commitments.state-${state}`), value: summary[state] })),
        { label: t('commitments-pages.late'), value: summary.overdue },
      ]}
    />
  );
}
