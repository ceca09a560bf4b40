import { Injectable } from '@nestjs/common';
import type { Locale } from '../../platform/i18n/locales.js';
import type { Listing, SectorView } from '../atlas.schemas.js';
import { AtlasViews } from '../atlas.views.js';
import { loadReference } from '../reference.js';

/** The purpose codes of the OECD: each category before its sectors. */
@Injectable()
export class ListSectors {
  constructor(private readonly views: AtlasViews) {}

  execute(locale: Locale): Listing<SectorView> {
    const items = loadReference().sectors.map(({ code, parent, level }) => ({
      ...this.views.named('sector', code, locale),
      parent,
      level,
    }));
    return { items };
  }
}
