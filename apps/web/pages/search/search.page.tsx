import type { SearchView } from '../../../../libs/explore/index.js';
import { type FacetGroup, FacetPanel } from '../../components/facet-panel.js';
import type { LinkItem } from '../../components/links.js';
import { Page, PageHead } from '../../components/page.js';
import { Pager } from '../../components/pager.js';
import { SearchForm } from '../../components/search-form.js';
import { EmptyState, Notice } from '../../components/states.js';
import { type TabItem, Tabs } from '../../components/tabs.js';
import { useText } from '../../components/text.js';
import type { NameOf } from '../../rendering/names.js';
import { HitList } from './hit-list.js';

export interface SearchPageProps {
  words: string;
  /** Null while the search is away, which the page says above. */
  found: SearchView | null;
  kindOf: (type: string) => string;
  nameOf: NameOf;
  facets: FacetGroup[];
  /** Everything, and each kind of thing with how many there are. */
  kinds: TabItem[];
  sorts: TabItem[];
  /** Filters in use, kept by a new search. */
  filters: [name: string, value: string][];
  clearHref?: string;
  /** The same words as typed, where others were used instead. */
  suggestions: LinkItem[];
  nextHref?: string;
  previousHref?: string;
}

export function SearchPage(props: SearchPageProps) {
  const { words, found, facets } = props;
  const { t } = useText();
  return (
    <Page
      aside={facets.length > 0 && <FacetPanel groups={facets} clearHref={props.clearHref} />}
      asideLabel={t('ui.filters')}
      asideFirst
    >
      <PageHead title={words ? t('search.title-of', { words }) : t('search.title')} />
      <SearchForm words={words} values={props.filters} />
      {props.kinds.length > 1 && <Tabs label={t('search.kinds')} tabs={props.kinds} />}
      {found ? <Found {...props} found={found} /> : <WaysOn {...props} />}
      <Pager previousHref={props.previousHref} nextHref={props.nextHref} />
    </Page>
  );
}

function Found(props: SearchPageProps & { found: SearchView }) {
  const { words, found } = props;
  const { t } = useText();
  return (
    <>
      <Corrections corrected={found.corrected} />
      {found.hits.length > 0 ? (
        <>
          <div class="section-head">
            <p class="kicker" role="status">
              {words
                ? t('search.count', { count: found.total })
                : t('search.newest-of', { count: found.total })}
            </p>
            {words && <SortLinks sorts={props.sorts} />}
          </div>
          <HitList hits={found.hits} kindOf={props.kindOf} nameOf={props.nameOf} />
        </>
      ) : (
        <NothingFound {...props} />
      )}
    </>
  );
}

/** Where else to look. */
function WaysOn({ suggestions }: SearchPageProps) {
  return (
    <p class="inline-links">
      {suggestions.map(({ label, href }) => (
        <a key={href} href={href}>
          {label}
        </a>
      ))}
    </p>
  );
}

function SortLinks({ sorts }: { sorts: TabItem[] }) {
  const { t } = useText();
  return (
    <nav class="inline-links" aria-label={t('search.sort')}>
      {sorts.map(({ label, href, current }) => (
        <a key={href} href={href} aria-current={current ? 'true' : undefined} rel="nofollow">
          {label}
        </a>
      ))}
    </nav>
  );
}

/** Says which words were taken for which, so that nobody wonders about what was found. */
function Corrections({ corrected }: { corrected: SearchView['corrected'] }) {
  const { t } = useText();
  const pairs = Object.entries(corrected);
  if (pairs.length === 0) return null;
  return (
    <Notice>
      {pairs.map(([typed, used]) => (
        <p key={typed}>{t('search.corrected', { typed, used })}</p>
      ))}
    </Notice>
  );
}

function NothingFound({ words, clearHref, suggestions }: SearchPageProps) {
  const { t } = useText();
  return (
    <EmptyState
      title={words ? t('search.nothing-for', { words }) : t('search.nothing')}
      message={
        <>
          {t('search.nothing-message')}
          <span class="inline-links centred">
            {clearHref && <a href={clearHref}>{t('search.without-filters')}</a>}
            {suggestions.map(({ label, href }) => (
              <a key={href} href={href}>
                {label}
              </a>
            ))}
          </span>
        </>
      }
    />
  );
}
