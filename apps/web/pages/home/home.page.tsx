import { ButtonLink } from '../../components/button.js';
import { CardGrid } from '../../components/card.js';
import { Hero, Page, PageHead } from '../../components/page.js';
import { SearchForm } from '../../components/search-form.js';
import { StatRow } from '../../components/stat-row.js';
import { EmptyState } from '../../components/states.js';
import { useText } from '../../components/text.js';
import type { NameOf } from '../../rendering/names.js';
import { CaseSummaryCard } from '../cases/case-summary-card.js';
import { DialogueCard } from '../dialogues/linked-dialogues.js';
import { ComingUp } from '../sessions/linked-gatherings.js';
import type { CommunityFigures } from './community-figures.js';
import { ActiveThreads, FirstSteps, SilentSoFar } from './home-aside.js';
import { OwnCards } from './home-own.js';
import type { HomeNews, HomeOwn } from './home-reader.js';

export interface HomePageProps {
  /** Null while nobody can count. */
  figures: CommunityFigures | null;
  news: HomeNews;
  nameOf: NameOf;
  /** Null for visitors. */
  member: { name: string; own: HomeOwn } | null;
}

/** What is new, what concerns me, where do I start. */
export function HomePage(props: HomePageProps) {
  return props.member ? <MemberHome {...props} member={props.member} /> : <VisitorHome {...props} />;
}

function VisitorHome(props: HomePageProps) {
  const { t } = useText();
  return (
    <>
      <Hero title={t('home.title')} lede={t('home.lede')}>
        <SearchForm size="hero" label={t('home.search-label')} placeholder={t('home.search-placeholder')} />
      </Hero>
      <Page aside={<HomeAside {...props} />} asideLabel={t('home.active-threads')}>
        <Figures figures={props.figures} />
        <FirstSteps />
        <LatestCases {...props} />
      </Page>
    </>
  );
}

function MemberHome(props: HomePageProps & { member: NonNullable<HomePageProps['member']> }) {
  const { t } = useText();
  const { member, nameOf } = props;
  return (
    <Page aside={<HomeAside {...props} />} asideLabel={t('home.active-threads')}>
      <PageHead title={t('home.hello', { name: member.name })} />
      <SearchForm label={t('home.search-label')} placeholder={t('home.search-placeholder')} />
      <OwnCards own={member.own} nameOf={nameOf} />
      <LatestCases {...props} />
    </Page>
  );
}

function Figures({ figures }: Pick<HomePageProps, 'figures'>) {
  const { t } = useText();
  if (!figures) return null;
  return (
    <StatRow
      stats={[
        { label: t('home.cases', { count: figures.cases }), value: figures.cases, href: '/cases' },
        {
          label: t('home.countries', { count: figures.countriesHeard }),
          value: figures.countriesHeard,
          href: '/countries',
        },
        { label: t('home.threads', { count: figures.threads }), value: figures.threads, href: '/threads' },
      ]}
    />
  );
}

function LatestCases({ news, nameOf }: HomePageProps) {
  const { t } = useText();
  return (
    <>
      <div class="section-head">
        <h2>{t('home.latest-cases')}</h2>
        <a href="/cases">{t('home.all-cases')}</a>
      </div>
      {news.cases.length > 0 ? (
        <CardGrid>
          {news.cases.map((item) => (
            <CaseSummaryCard key={item.id} item={item} nameOf={nameOf} />
          ))}
        </CardGrid>
      ) : (
        <EmptyState
          title={t('home.no-cases')}
          message={t('home.no-cases-text')}
          action={<ButtonLink href="/cases/new">{t('home.tell-yours')}</ButtonLink>}
        />
      )}
    </>
  );
}

/** What is talked about, and where nothing was heard yet. */
function HomeAside({ news, figures, nameOf }: HomePageProps) {
  const { t } = useText();
  return (
    <>
      <ComingUp sessions={news.sessions} />
      <DialogueCard title={t('dialogue-pages.open-now')} dialogues={news.dialogues} />
      <ActiveThreads threads={news.threads} />
      {figures && <SilentSoFar figures={figures} nameOf={nameOf} />}
    </>
  );
}
