import { Injectable } from '@nestjs/common';
import type { Locale } from '../../platform/i18n/locales.js';
import type { Listing, SdgSummaryView } from '../atlas.schemas.js';
import { AtlasViews } from '../atlas.views.js';
import { loadReference } from '../reference.js';

/** The seventeen Sustainable Development Goals. */
@Injectable()
export class ListSdgs {
  constructor(private readonly views: AtlasViews) {}

  execute(locale: Locale): Listing<SdgSummaryView> {
    const { sdgs } = loadReference();
    return { items: sdgs.map(({ code, color }) => ({ ...this.views.named('sdg', code, locale), color })) };
  }
}
