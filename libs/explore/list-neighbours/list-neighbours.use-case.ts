import { Injectable } from '@nestjs/common';
import { AtlasNames } from '../../atlas/index.js';
import { requireAccess } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { notFound } from '../../platform/errors/domain-error.js';
import { Graph } from '../../platform/graph/graph.js';
import type { Locale } from '../../platform/i18n/locales.js';
import { readGraph } from '../explore.access.js';
import {
  countIncoming,
  countOutgoing,
  listIncomingNeighbours,
  listOutgoingNeighbours,
} from '../explore.cypher.js';
import type { NeighboursView } from '../explore.schemas.js';
import { ExploreWords } from '../explore.words.js';
import { GraphReader, today } from '../find-path/graph-reader.js';

type Group = NeighboursView['groups'][number];

/** What a thing is related to, by relation: the newest of each, and how many there are. */
@Injectable()
export class ListNeighbours {
  constructor(
    private readonly graph: Graph,
    private readonly reader: GraphReader,
    private readonly names: AtlasNames,
    private readonly words: ExploreWords,
  ) {}

  /**
   * @param limit most per relation
   * @throws {DomainError} `platform/not-found` for what does not exist or is hidden
   */
  async execute(actor: Actor, key: string, limit: number, locale: Locale): Promise<NeighboursView> {
    requireAccess(readGraph, actor, undefined);
    const node = await this.reader.findNode(key);
    if (!node) throw notFound('entity');
    const window = { key, today: today() };
    const [outgoing, incoming] = await Promise.all([
      this.graph.read(countOutgoing, window),
      this.graph.read(countIncoming, window),
    ]);
    const groups = await Promise.all([
      ...outgoing.map((count) => this.group({ ...count, direction: 'out', key, limit, locale })),
      ...incoming.map((count) => this.group({ ...count, direction: 'in', key, limit, locale })),
    ]);
    const { pointedAt: _, ...entity } = node;
    return { entity: this.names.localise(entity, locale), groups };
  }

  private async group(asked: {
    relation: string;
    total: number;
    direction: 'out' | 'in';
    key: string;
    limit: number;
    locale: Locale;
  }): Promise<Group> {
    const { relation, total, direction, key, limit, locale } = asked;
    const query = direction === 'out' ? listOutgoingNeighbours : listIncomingNeighbours;
    const rows = await this.graph.read(query, { key, relation, limit, today: today() });
    return {
      relation,
      direction,
      label: this.words.relation(relation, direction, locale),
      total,
      items: rows.map((row) => this.names.localise(row, locale)),
    };
  }
}
