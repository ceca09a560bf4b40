import { Injectable } from '@nestjs/common';
import { AtlasNames } from '../../atlas/index.js';
import { requireAccess } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import type { EntityRef } from '../../platform/entities/entity.js';
import { notFound } from '../../platform/errors/domain-error.js';
import { Graph } from '../../platform/graph/graph.js';
import type { Locale } from '../../platform/i18n/locales.js';
import { readGraph } from '../explore.access.js';
import { listVisibleEntities, type StepRow } from '../explore.cypher.js';
import type { PathView } from '../explore.schemas.js';
import { ExploreWords } from '../explore.words.js';
import { findShortestWalk } from '../rules/shortest-path.js';
import type { Walk } from '../rules/walk.js';
import { GraphReader } from './graph-reader.js';

type Source = NonNullable<PathView['steps']>[number]['source'];

/** How two things are connected: one shortest walk, each step with the relation and who says so. */
@Injectable()
export class FindPath {
  constructor(
    private readonly graph: Graph,
    private readonly reader: GraphReader,
    private readonly names: AtlasNames,
    private readonly words: ExploreWords,
  ) {}

  /** @throws {DomainError} `platform/not-found` for what does not exist or is hidden */
  async execute(actor: Actor, fromKey: string, toKey: string, locale: Locale): Promise<PathView> {
    requireAccess(readGraph, actor, undefined);
    const [from, to] = await Promise.all([this.reader.findNode(fromKey), this.reader.findNode(toKey)]);
    if (!from || !to) throw notFound('entity');
    const walk = await findShortestWalk(this.reader, from, to);
    const ends = { from: this.refOf(from, locale), to: this.refOf(to, locale) };
    if (!walk) return { ...ends, length: null, steps: [] };
    return { ...ends, length: walk.links.length, steps: await this.stepsOf(walk, locale) };
  }

  private async stepsOf({ nodes, links }: Walk, locale: Locale): Promise<PathView['steps']> {
    const rows = await this.reader.readSteps(links);
    // A relationship that was taken away in this very moment: the walk is no more.
    if (rows.length < links.length) throw notFound('path');
    const people = await this.readPeople(rows);
    return rows.map((row, index) => {
      const isOut = row.from.key === nodes[index]!.key;
      const direction = isOut ? ('out' as const) : ('in' as const);
      const [from, to] = isOut ? [row.from, row.to] : [row.to, row.from];
      return {
        from: this.refOf(from, locale),
        relation: row.relation,
        direction,
        label: this.words.relation(row.relation, direction, locale),
        role: row.role,
        source: this.sourceOf(row.source, people, locale),
        to: this.refOf(to, locale),
      };
    });
  }

  /** People, by key, who are named as sources. */
  private async readPeople(rows: StepRow[]): Promise<Map<string, EntityRef>> {
    const sources = [...new Set(rows.map(({ source }) => source))];
    const keys = sources.filter((source) => source.startsWith('person:'));
    if (keys.length === 0) return new Map();
    const people = await this.graph.read(listVisibleEntities, { keys });
    return new Map(people.map((person) => [person.key, person]));
  }

  private sourceOf(source: string, people: ReadonlyMap<string, EntityRef>, locale: Locale): Source {
    const colon = source.indexOf(':');
    const [kind, name] = colon === -1 ? ['', source] : [source.slice(0, colon), source.slice(colon + 1)];
    const person = people.get(source);
    if (person) return { kind: 'person', label: person.title, url: person.url };
    if (kind === 'person') return { kind, label: this.words.say('source-member', locale), url: null };
    if (kind === 'import')
      return { kind, label: this.words.say('source-import', locale, { name }), url: null };
    if (kind === 'reference') {
      return { kind, label: this.words.say('source-reference', locale, { name }), url: null };
    }
    return { kind: 'other', label: source, url: null };
  }

  private refOf({ key, type, title, url }: EntityRef, locale: Locale): EntityRef {
    return this.names.localise({ key, type, title, url }, locale);
  }
}
