import type { CountrySummaryView } from '../../../../libs/atlas/index.js';
import { ButtonLink } from '../../components/button.js';
import { type FacetGroup, FacetPanel } from '../../components/facet-panel.js';
import { Page, PageHead } from '../../components/page.js';
import { EmptyState } from '../../components/states.js';
import { type TabItem, Tabs } from '../../components/tabs.js';
import { useText } from '../../components/text.js';

/** Countries of a region, below its parts. */
export interface RegionSection {
  code: string;
  name: string;
  parts: { code: string; name: string; countries: CountrySummaryView[] }[];
}

interface CountryListPageProps {
  sections: RegionSection[];
  /** How many are shown. */
  total: number;
  cases: ReadonlyMap<string, number>;
  facets: FacetGroup[];
  clearHref?: string;
  tabs: TabItem[];
}

export function CountryListPage({ sections, total, cases, facets, clearHref, tabs }: CountryListPageProps) {
  const { t } = useText();
  return (
    <Page
      aside={<FacetPanel groups={facets} clearHref={clearHref} />}
      asideLabel={t('ui.filters')}
      asideFirst
    >
      <PageHead title={t('atlas.countries-title')} lede={t('atlas.countries-lede')}>
        <Tabs label={t('atlas.countries-title')} tabs={tabs} />
      </PageHead>
      <p class="kicker" role="status">
        {t('atlas.country-count', { count: total })}
      </p>
      {sections.length === 0 && (
        <EmptyState
          title={t('atlas.no-country')}
          action={
            <ButtonLink href="/countries" variant="quiet">
              {t('ui.clear-filters')}
            </ButtonLink>
          }
        />
      )}
      {sections.map(({ code, name, parts }) => (
        <section key={code} class="card" aria-labelledby={`region-${code}`}>
          <div class="card-head">
            <h2 id={`region-${code}`}>{code ? <a href={`/regions/${code}`}>{name}</a> : name}</h2>
          </div>
          {parts.map((part) => (
            <div key={part.code} class="name-block">
              {part.name !== name && <h3>{part.name}</h3>}
              <ul class="name-columns">
                {part.countries.map((country) => (
                  <CountryName key={country.code} country={country} cases={cases.get(country.code) ?? 0} />
                ))}
              </ul>
            </div>
          ))}
        </section>
      ))}
    </Page>
  );
}

export function CountryName({ country, cases }: { country: { name: string; url: string }; cases: number }) {
  const { t, number } = useText();
  return (
    <li class={cases > 0 ? 'has-cases' : undefined}>
      <a href={country.url}>{country.name}</a>
      {cases > 0 && (
        <span class="count">
          <span aria-hidden="true">{number(cases)}</span>
          <span class="visually-hidden">{t('cases.count', { count: cases })}</span>
        </span>
      )}
    </li>
  );
}
