import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { CountLinked } from '../../platform/entities/count-linked.use-case.js';
import { entityKey } from '../../platform/entities/entity.js';
import { notFound } from '../../platform/errors/domain-error.js';
import type { Locale } from '../../platform/i18n/locales.js';
import type { CountryView } from '../atlas.schemas.js';
import { AtlasViews, toMembershipView } from '../atlas.views.js';
import { ListCountries } from '../list-countries/list-countries.use-case.js';
import { loadReference } from '../reference.js';
import { findCountry, regionsAround } from '../reference-index.js';

/** One country: where it lies, what it belongs to and has belonged to, how much is linked to it. */
@Injectable()
export class ShowCountry {
  constructor(
    private readonly views: AtlasViews,
    private readonly listCountries: ListCountries,
    private readonly countLinked: CountLinked,
    private readonly clock: Clock,
  ) {}

  /** @param code ISO alpha-3 or alpha-2, in any case */
  async execute(locale: Locale, code: string): Promise<CountryView> {
    const country = findCountry(code);
    if (!country) throw notFound('country');
    const { iso3, m49, incomeGroup } = country;
    const key = entityKey('country', iso3);
    return {
      ...this.listCountries.summary(country, locale),
      key,
      m49,
      names: this.views.namesOf('country', iso3),
      regions: regionsAround(country).map(({ code: region }) => this.views.named('region', region, locale)),
      incomeGroup: incomeGroup === null ? null : this.views.named('income', incomeGroup, locale),
      memberships: this.memberships(iso3, locale),
      linked: await this.countLinked.execute(key),
    };
  }

  private memberships(iso3: string, locale: Locale): CountryView['memberships'] {
    const today = this.clock.iso().slice(0, 10);
    return loadReference().groups.flatMap(({ code, members }) =>
      members
        .filter(({ country }) => country === iso3)
        .map((membership) => ({
          ...toMembershipView(membership),
          group: this.views.named('group', code, locale),
          current: membership.from <= today && (membership.to === undefined || today < membership.to),
        })),
    );
  }
}
