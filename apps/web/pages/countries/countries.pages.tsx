import { Controller, Get, Param, Req } from '@nestjs/common';
import { z } from 'zod';
import {
  type CountrySummaryView,
  ListActors,
  ListCountries,
  loadReference,
  readAtlasRule,
  ShowCountry,
  ShowRegion,
} from '../../../../libs/atlas/index.js';
import { Access } from '../../../../libs/platform/access/access-rule.js';
import { CacheForVisitors } from '../../../../libs/platform/http/cache-for-visitors.js';
import type { HttpRequest } from '../../../../libs/platform/http/http-request.js';
import { parseInput } from '../../../../libs/platform/http/parse-input.js';
import { requestLocale } from '../../../../libs/platform/http/request-locale.js';
import { facetGroup } from '../../rendering/facets.js';
import { filledIn, hrefWith } from '../../rendering/names.js';
import { type PageAnswer, PageRoute } from '../../rendering/page-route.js';
import { AtlasPages } from '../atlas-pages.js';
import { CountryPage } from './country.page.js';
import { CountryListPage, type RegionSection } from './country-list.page.js';
import { RegionPage } from './region.page.js';

const code = z.string().max(60).optional();
const countriesQuery = z.object({
  region: code,
  income: code,
  group: code,
  with: z.enum(['cases']).optional(),
});
type CountriesQuery = z.output<typeof countriesQuery>;

const FILTERS = ['region', 'income', 'group'] as const;
const ACTORS = 8;
const THEMES = 8;

@Controller()
export class CountryPages {
  constructor(
    private readonly atlas: AtlasPages,
    private readonly listCountries: ListCountries,
    private readonly showCountry: ShowCountry,
    private readonly showRegion: ShowRegion,
    private readonly listActors: ListActors,
  ) {}

  @Get('countries')
  @Access(readAtlasRule)
  @CacheForVisitors()
  @PageRoute()
  async all(@Req() request: HttpRequest): Promise<PageAnswer> {
    const { t } = this.atlas.pages.textsFor(request);
    const query = parseInput(countriesQuery, filledIn(request.query));
    const cases = await this.atlas.counts.by('country');
    const all = this.listCountries.execute(requestLocale(request)).items;
    const shown = all.filter((country) => fits(country, query, cases));
    const tab = (label: string, value: CountriesQuery['with']) => ({
      label,
      href: hrefWith('/countries', { ...query, with: value }),
      current: query.with === value,
    });
    return this.atlas.pages.render(request, {
      title: t('atlas.countries-title'),
      description: t('atlas.countries-lede'),
      body: (
        <CountryListPage
          sections={this.sections(request, shown)}
          total={shown.length}
          cases={cases}
          facets={this.facets(request, all, query, cases)}
          clearHref={hrefWith('/countries', { with: query.with })}
          tabs={[tab(t('atlas.all-countries'), undefined), tab(t('atlas.with-cases'), 'cases')]}
        />
      ),
    });
  }

  @Get('countries/:code')
  @Access(readAtlasRule)
  @CacheForVisitors()
  @PageRoute()
  async show(@Req() request: HttpRequest, @Param('code') given: string): Promise<PageAnswer> {
    const locale = requestLocale(request);
    const country = await this.showCountry.execute(locale, given);
    const [activity, actors, themes] = await Promise.all([
      this.atlas.activity.of(country.key, { country: country.code }),
      this.listActors.execute(locale, { country: country.code, limit: ACTORS }),
      this.atlas.counts.themesOf(country.code),
    ]);
    const nameOf = this.atlas.names.for(request);
    const counted = [...themes].slice(0, THEMES);
    return this.atlas.pages.render(request, {
      title: country.name,
      body: (
        <CountryPage
          country={country}
          activity={activity}
          actors={actors.items}
          hasMoreActors={actors.nextCursor !== null}
          themes={counted.map(([theme, count]) => ({ code: theme, label: nameOf(`theme:${theme}`), count }))}
          nameOf={nameOf}
        />
      ),
    });
  }

  @Get('regions/:code')
  @Access(readAtlasRule)
  @CacheForVisitors()
  @PageRoute()
  async region(@Req() request: HttpRequest, @Param('code') given: string): Promise<PageAnswer> {
    const region = this.showRegion.execute(requestLocale(request), given);
    const cases = await this.atlas.counts.by('country');
    return this.atlas.pages.render(request, {
      title: region.name,
      body: <RegionPage region={region} cases={cases} />,
    });
  }

  private sections(request: HttpRequest, countries: CountrySummaryView[]): RegionSection[] {
    const { t, locale } = this.atlas.pages.textsFor(request);
    const nameOf = this.atlas.names.for(request);
    const regions = new Map<string, Map<string, CountrySummaryView[]>>();
    for (const country of countries) {
      const region = country.region ?? '';
      const part = country.subregion ?? region;
      const parts = regions.get(region) ?? new Map<string, CountrySummaryView[]>();
      parts.set(part, [...(parts.get(part) ?? []), country]);
      regions.set(region, parts);
    }
    const named = (region: string) => (region ? nameOf(`region:${region}`) : t('atlas.no-region'));
    const { compare } = new Intl.Collator(locale);
    const byName = (a: { name: string }, b: { name: string }) => compare(a.name, b.name);
    return [...regions]
      .map(([region, parts]) => ({
        code: region,
        name: named(region),
        parts: [...parts]
          .map(([part, items]) => ({ code: part, name: named(part), countries: items }))
          .sort(byName),
      }))
      .sort((a, b) => Number(a.code === '') - Number(b.code === '') || byName(a, b));
  }

  /** Each filter counts the countries that the others leave. */
  private facets(
    request: HttpRequest,
    all: CountrySummaryView[],
    query: CountriesQuery,
    cases: ReadonlyMap<string, number>,
  ) {
    const { t } = this.atlas.pages.textsFor(request);
    const nameOf = this.atlas.names.for(request);
    const { regions, groups, incomeGroups } = loadReference();
    const choices = {
      region: regions.filter(({ level }) => level === 'region').map((region) => region.code),
      income: incomeGroups.map((income) => income.code as string),
      group: groups.map((group) => group.code),
    };
    return FILTERS.map((filter) => {
      const left = all.filter((country) => fits(country, { ...query, [filter]: undefined }, cases));
      return facetGroup({
        label: t(`atlas.${filter}`),
        values: choices[filter]
          .map((value) => ({
            value,
            label: nameOf(`${filter}:${value}`),
            count: left.filter((country) => fits(country, { [filter]: value }, cases)).length,
          }))
          .filter(({ value, count }) => count > 0 || query[filter] === value),
        chosen: [query[filter] ?? []].flat(),
        hrefFor: ([value]) => hrefWith('/countries', { ...query, [filter]: value }),
      });
    });
  }
}

function fits(
  country: CountrySummaryView,
  query: CountriesQuery,
  cases: ReadonlyMap<string, number>,
): boolean {
  return (
    (!query.region || country.region === query.region) &&
    (!query.income || country.incomeGroup === query.income) &&
    (!query.group || country.groups.includes(query.group)) &&
    (!query.with || cases.has(country.code))
  );
}
