import { Injectable } from '@nestjs/common';
import { entityKey } from '../../platform/entities/entity.js';
import { notFound } from '../../platform/errors/domain-error.js';
import type { Locale } from '../../platform/i18n/locales.js';
import type { RegionView } from '../atlas.schemas.js';
import { AtlasViews, byName } from '../atlas.views.js';
import { loadReference } from '../reference.js';
import { referenceIndex, regionsAround } from '../reference-index.js';

/** A region of M49 with the regions and countries in it. */
@Injectable()
export class ShowRegion {
  constructor(private readonly views: AtlasViews) {}

  execute(locale: Locale, code: string): RegionView {
    const { regions } = referenceIndex();
    const region = regions.get(code);
    if (!region) throw notFound('region');
    const within = [];
    for (let parent = region.parent; parent !== null; parent = regions.get(parent)?.parent ?? null) {
      within.push(this.views.named('region', parent, locale));
    }
    const { countries, regions: all } = loadReference();
    const inside = countries.filter((country) =>
      regionsAround(country).some((around) => around.code === code),
    );
    return {
      ...this.views.named('region', code, locale),
      key: entityKey('region', code),
      names: region.names,
      level: region.level,
      within,
      regions: all
        .filter(({ parent }) => parent === code)
        .map((narrower) => this.views.named('region', narrower.code, locale))
        .sort(byName(locale)),
      countries: inside.map(({ iso3 }) => this.views.named('country', iso3, locale)).sort(byName(locale)),
    };
  }
}
