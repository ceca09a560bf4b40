import { Injectable } from '@nestjs/common';
import type { Locale } from '../../platform/i18n/locales.js';
import type { Listing, ThemeSummaryView } from '../atlas.schemas.js';
import { AtlasViews, byName } from '../atlas.views.js';
import { inTreeOrder } from '../rules/theme-tree.js';
import { ThemesRepository } from '../themes.repository.js';

/** The tree of themes: each before its narrower ones, siblings by name. */
@Injectable()
export class ListThemes {
  constructor(
    private readonly themes: ThemesRepository,
    private readonly views: AtlasViews,
  ) {}

  async execute(locale: Locale): Promise<Listing<ThemeSummaryView>> {
    const themes = (await this.themes.listThemes()).map(({ code, parent, sdgs }) => ({
      ...this.views.named('theme', code, locale),
      parent,
      sdgs,
    }));
    return { items: inTreeOrder(themes, byName(locale)) };
  }
}
