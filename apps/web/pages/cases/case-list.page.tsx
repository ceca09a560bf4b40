import type { ComponentChildren } from 'preact';
import type { CaseCardView } from '../../../../libs/cases/index.js';
import { ButtonLink } from '../../components/button.js';
import { CardGrid } from '../../components/card.js';
import { type FacetGroup, FacetPanel } from '../../components/facet-panel.js';
import { Page, PageHead } from '../../components/page.js';
import { Pager } from '../../components/pager.js';
import { SearchForm } from '../../components/search-form.js';
import { EmptyState } from '../../components/states.js';
import { Tabs } from '../../components/tabs.js';
import { useText } from '../../components/text.js';
import type { NameOf } from '../../rendering/names.js';
import { CaseSummaryCard } from './case-summary-card.js';

interface CaseListPageProps {
  items: CaseCardView[];
  nameOf: NameOf;
  /** Words looked for; then `found` holds what was found instead of `items`. */
  words: string;
  found?: ComponentChildren;
  /** How many there are, where it is known. */
  total?: number;
  facets: FacetGroup[];
  /** Filters in use, kept by a new search. */
  filters: [name: string, value: string][];
  nextHref?: string;
  previousHref?: string;
  /** Then nobody knows what the words would find. */
  isSearchAway: boolean;
  isSignedIn: boolean;
}

export function CaseListPage(props: CaseListPageProps) {
  const { t } = useText();
  const isNarrowed = props.filters.length > 0 || props.words !== '';
  const isUnknown = props.isSearchAway && props.words !== '';
  const clearHref = props.filters.length > 0 ? '/cases' : undefined;
  return (
    <Page
      aside={props.facets.length > 0 && <FacetPanel groups={props.facets} clearHref={clearHref} />}
      asideLabel={t('ui.filters')}
      asideFirst
    >
      <CaseListHead isSignedIn={props.isSignedIn} current="all" />
      <SearchForm
        words={props.words}
        action="/cases"
        label={t('cases.search-cases')}
        placeholder={t('cases.search-placeholder')}
        values={props.filters}
      />
      {props.total !== undefined && (
        <p class="kicker" role="status">
          {t('cases.count', { count: props.total })}
        </p>
      )}
      {props.found}
      {props.items.length > 0 && (
        <CardGrid>
          {props.items.map((item) => (
            <CaseSummaryCard key={item.id} item={item} nameOf={props.nameOf} level={2} />
          ))}
        </CardGrid>
      )}
      {props.items.length === 0 && !props.found && !isUnknown && <NoCases isNarrowed={isNarrowed} />}
      <Pager previousHref={props.previousHref} nextHref={props.nextHref} />
    </Page>
  );
}

function NoCases({ isNarrowed }: { isNarrowed: boolean }) {
  const { t } = useText();
  if (!isNarrowed)
    return (
      <EmptyState
        title={t('cases.none-yet')}
        message={t('cases.none-yet-message')}
        action={<ButtonLink href="/cases/new">{t('cases.share-experience')}</ButtonLink>}
      />
    );
  return (
    <EmptyState
      title={t('cases.none-found')}
      message={t('cases.none-found-message')}
      action={
        <ButtonLink href="/cases" variant="quiet">
          {t('ui.clear-filters')}
        </ButtonLink>
      }
    />
  );
}

export function CaseListHead({ isSignedIn, current }: { isSignedIn: boolean; current: 'all' | 'mine' }) {
  const { t } = useText();
  return (
    <PageHead
      title={current === 'mine' ? t('cases.own-title') : t('cases.title')}
      lede={current === 'mine' ? t('cases.own-lede') : t('cases.lede')}
      actions={
        <ButtonLink href="/cases/new" icon="plus">
          {t('cases.share-experience')}
        </ButtonLink>
      }
    >
      {isSignedIn && (
        <Tabs
          label={t('cases.title')}
          tabs={[
            { label: t('cases.tab-all'), href: '/cases', current: current === 'all' },
            { label: t('cases.tab-own'), href: '/cases/mine', current: current === 'mine' },
          ]}
        />
      )}
    </PageHead>
  );
}

interface OwnCasesPageProps {
  items: CaseCardView[];
  nameOf: NameOf;
  nextHref?: string;
  previousHref?: string;
}

/** The reader's own cases, drafts first to be found again. */
export function OwnCasesPage({ items, nameOf, nextHref, previousHref }: OwnCasesPageProps) {
  const { t } = useText();
  return (
    <Page>
      <CaseListHead isSignedIn current="mine" />
      {items.length > 0 ? (
        <CardGrid>
          {items.map((item) => (
            <CaseSummaryCard key={item.id} item={item} nameOf={nameOf} level={2} />
          ))}
        </CardGrid>
      ) : (
        <EmptyState
          title={t('cases.none-of-yours')}
          message={t('cases.none-of-yours-message')}
          action={<ButtonLink href="/cases/new">{t('cases.share-experience')}</ButtonLink>}
        />
      )}
      <Pager previousHref={previousHref} nextHref={nextHref} />
    </Page>
  );
}
