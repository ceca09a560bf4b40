import { Injectable } from '@nestjs/common';
import { entityKey } from '../../platform/entities/entity.js';
import type { EventMap } from '../../platform/events/event.js';
import type { IndexedEvent, IndexSource } from '../../platform/search/index-source.js';
import { IndexedSource } from '../../platform/search/indexer.js';
import type { SearchDocument } from '../../platform/search/search-index.js';
import { broaderThan } from '../rules/theme-tree.js';
import { type ThemeRecord, ThemesRepository } from '../themes.repository.js';
import { BEFORE_EVERYTHING, REFERENCE_WEIGHT, textOf } from './reference-index-sources.js';

/** Themes under their names in all languages. */
@Injectable()
@IndexedSource()
export class ThemeIndexSource implements IndexSource {
  readonly type = 'theme';
  readonly hears = ['atlas.theme-added', 'atlas.theme-changed', 'atlas.theme-removed'];

  constructor(private readonly themes: ThemesRepository) {}

  keysFor({ type, data }: IndexedEvent): string[] {
    const code =
      type === 'atlas.theme-removed'
        ? (data as unknown as EventMap['atlas.theme-removed']).code
        : (data as unknown as EventMap['atlas.theme-changed']).theme.code;
    return [entityKey('theme', code)];
  }

  async load(keys: string[]): Promise<{ put: SearchDocument[]; remove: string[] }> {
    const put = (await this.documents()).filter(({ key }) => keys.includes(key));
    const found = new Set(put.map(({ key }) => key));
    return { put, remove: keys.filter((key) => !found.has(key)) };
  }

  async *all(): AsyncIterable<SearchDocument[]> {
    yield await this.documents();
  }

  private async documents(): Promise<SearchDocument[]> {
    const themes = await this.themes.listThemes();
    return themes.map((theme) => toDocument(theme, themes));
  }
}

function toDocument({ code, names, sdgs }: ThemeRecord, themes: ThemeRecord[]): SearchDocument {
  return {
    key: entityKey('theme', code),
    type: 'theme',
    title: names.en,
    text: textOf(Object.values(names)),
    names: Object.values(names),
    weight: REFERENCE_WEIGHT,
    url: `/themes/${code}`,
    audience: ['public'],
    facets: { theme: [code, ...broaderThan(code, themes).map((broader) => broader.code)], sdg: sdgs },
    at: BEFORE_EVERYTHING,
  };
}
