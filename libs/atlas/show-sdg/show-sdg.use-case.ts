import { Injectable } from '@nestjs/common';
import { CountLinked } from '../../platform/entities/count-linked.use-case.js';
import { entityKey } from '../../platform/entities/entity.js';
import { notFound } from '../../platform/errors/domain-error.js';
import type { Locale } from '../../platform/i18n/locales.js';
import type { SdgView } from '../atlas.schemas.js';
import { AtlasViews, byName } from '../atlas.views.js';
import { referenceIndex } from '../reference-index.js';
import { ThemesRepository } from '../themes.repository.js';

/** A goal with its targets and the themes that serve it. */
@Injectable()
export class ShowSdg {
  constructor(
    private readonly views: AtlasViews,
    private readonly themes: ThemesRepository,
    private readonly countLinked: CountLinked,
  ) {}

  async execute(locale: Locale, code: string): Promise<SdgView> {
    const { sdgs, targets } = referenceIndex();
    const sdg = sdgs.get(code);
    if (!sdg) throw notFound('sdg');
    const key = entityKey('sdg', code);
    const [themes, linked] = await Promise.all([this.themes.listThemes(), this.countLinked.execute(key)]);
    const serving = themes.filter((theme) => theme.sdgs.includes(code));
    return {
      ...this.views.named('sdg', code, locale),
      key,
      color: sdg.color,
      names: sdg.names,
      titles: sdg.titles,
      targets: (targets.get(code) ?? []).map((target) => ({
        code: target.code,
        key: entityKey('target', target.code),
        url: `/sdgs/${code}#target-${target.code}`,
        texts: target.texts,
      })),
      themes: serving.map((theme) => this.views.named('theme', theme.code, locale)).sort(byName(locale)),
      linked,
    };
  }
}
