import { Injectable } from '@nestjs/common';
import { mayAccess } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { CountLinked } from '../../platform/entities/count-linked.use-case.js';
import { entityKey } from '../../platform/entities/entity.js';
import type { Locale } from '../../platform/i18n/locales.js';
import { editThemes } from '../atlas.access.js';
import type { ThemeView } from '../atlas.schemas.js';
import { AtlasViews, byName } from '../atlas.views.js';
import { broaderThan } from '../rules/theme-tree.js';
import { getTheme, ThemesRepository } from '../themes.repository.js';

/** One theme with what is broader and narrower, and how much is linked to it. */
@Injectable()
export class ShowTheme {
  constructor(
    private readonly themes: ThemesRepository,
    private readonly countLinked: CountLinked,
    private readonly views: AtlasViews,
  ) {}

  async execute(actor: Actor, locale: Locale, code: string): Promise<ThemeView> {
    const themes = await this.themes.listThemes();
    const theme = getTheme(themes, code);
    const key = entityKey('theme', code);
    const named = (other: { code: string }) => this.views.named('theme', other.code, locale);
    return {
      ...named(theme),
      key,
      names: theme.names,
      broader: broaderThan(code, themes).map(named),
      narrower: themes
        .filter(({ parent }) => parent === code)
        .map(named)
        .sort(byName(locale)),
      sdgs: theme.sdgs.map((sdg) => this.views.named('sdg', sdg, locale)),
      version: theme.version,
      linked: await this.countLinked.execute(key),
      permissions: { edit: mayAccess(editThemes, actor, undefined) },
    };
  }
}
