import { Injectable } from '@nestjs/common';
import type { Locale } from '../../platform/i18n/locales.js';
import type { Listing, NamedView } from '../atlas.schemas.js';
import { AtlasViews } from '../atlas.views.js';
import { loadReference } from '../reference.js';

/** The ways in which countries co-operate. */
@Injectable()
export class ListModalities {
  constructor(private readonly views: AtlasViews) {}

  execute(locale: Locale): Listing<NamedView> {
    return {
      items: loadReference().modalities.map(({ code }) => this.views.named('modality', code, locale)),
    };
  }
}
