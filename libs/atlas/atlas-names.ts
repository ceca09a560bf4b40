import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Bus } from '../platform/bus/bus.js';
import type { EntityRef } from '../platform/entities/entity.js';
import type { AnyEvent, EventMap } from '../platform/events/event.js';
import { EVENTS_CHANNEL } from '../platform/events/event-dispatcher.js';
import { Graph } from '../platform/graph/graph.js';
import type { Locale } from '../platform/i18n/locales.js';
import { loadReference } from './reference.js';
import { type Names, referenceNames } from './rules/reference-names.js';
import { listThemes } from './themes.cypher.js';

/**
 * The names of countries, regions, groups, goals, targets, themes, sectors, modalities, roles and actor types in our
 * languages, in memory. Names of themes that administrators gave are read at start and follow every change, in each
 * process.
 */
@Injectable()
export class AtlasNames implements OnModuleInit {
  private readonly names = referenceNames(loadReference());

  constructor(
    private readonly graph: Graph,
    private readonly bus: Bus,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.bus.subscribe(EVENTS_CHANNEL, (message) => this.follow(message as unknown as AnyEvent));
    for (const { code, names, edited } of await this.graph.read(listThemes, {})) {
      if (edited) this.keepTheme(code, JSON.parse(names) as Names);
    }
  }

  /**
   * The name in the language, else in English; null for what has no name of ours: cases, people, actors.
   * @param key of an entity (`country:PER`, `theme:irrigation`), or `actor-type:ngo`, `actor-role:funder`,
   * `country-role:provider`, `segib-sector:health`
   */
  nameOf(key: string, locale: Locale): string | null {
    const names = this.names.get(key);
    return names ? (names[locale] ?? names.en) : null;
  }

  /** The title to show for an entity: its name in the language, or the title it bears in the graph. */
  titleOf(entity: Pick<EntityRef, 'key' | 'title'>, locale: Locale): string {
    return this.nameOf(entity.key, locale) ?? entity.title;
  }

  /** The entity under its name in the language. */
  localise<Entity extends Pick<EntityRef, 'key' | 'title'>>(entity: Entity, locale: Locale): Entity {
    return { ...entity, title: this.titleOf(entity, locale) };
  }

  /** The name in every language in which there is one; null where {@link nameOf} is. */
  namesOf(key: string): Names | null {
    return this.names.get(key) ?? null;
  }

  /** The names of all these in every language, one per line: by them, what is linked to these is found too. */
  keywordsOf(keys: Iterable<string>): string {
    const names = [...keys].flatMap((key) => Object.values(this.names.get(key) ?? {}));
    return [...new Set(names)].join('\n');
  }

  keepTheme(code: string, names: Names): void {
    this.names.set(`theme:${code}`, names);
  }

  forgetTheme(code: string): void {
    this.names.delete(`theme:${code}`);
  }

  private follow(event: AnyEvent): void {
    if (event.type === 'atlas.theme-added' || event.type === 'atlas.theme-changed') {
      const { theme } = event.data as unknown as EventMap['atlas.theme-changed'];
      this.keepTheme(theme.code, theme.names);
    }
    if (event.type === 'atlas.theme-removed') {
      this.forgetTheme((event.data as unknown as EventMap['atlas.theme-removed']).code);
    }
  }
}
