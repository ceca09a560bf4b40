import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { Locale } from '../../platform/i18n/locales.js';
import type { CountrySummaryView, Listing } from '../atlas.schemas.js';
import { AtlasViews, byName } from '../atlas.views.js';
import { loadReference } from '../reference.js';
import type { Country } from '../reference-records.js';
import { groupsOf } from '../rules/group-membership.js';

/** All countries and areas of ISO 3166-1, by name. */
@Injectable()
export class ListCountries {
  private readonly groupsByDay = new Map<string, ReadonlyMap<string, string[]>>();

  constructor(
    private readonly views: AtlasViews,
    private readonly clock: Clock,
  ) {}

  execute(locale: Locale): Listing<CountrySummaryView> {
    const items = loadReference().countries.map((country) => this.summary(country, locale));
    return { items: items.sort(byName(locale)) };
  }

  summary(country: Country, locale: Locale): CountrySummaryView {
    const { iso3, iso2, unMember, region, subregion, incomeGroup } = country;
    return {
      ...this.views.named('country', iso3, locale),
      iso2,
      unMember,
      region,
      subregion,
      incomeGroup,
      groups: this.groupsToday().get(iso3) ?? [],
    };
  }

  /** Worked out once a day: 249 countries in 17 groups. */
  private groupsToday(): ReadonlyMap<string, string[]> {
    const today = this.clock.iso().slice(0, 10);
    const known = this.groupsByDay.get(today);
    if (known) return known;
    const { countries, groups } = loadReference();
    const codes = new Map(
      countries.map(({ iso3 }) => [iso3, groupsOf(iso3, today, groups).map(({ group }) => group.code)]),
    );
    this.groupsByDay.clear();
    this.groupsByDay.set(today, codes);
    return codes;
  }
}
