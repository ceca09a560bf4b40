import { Injectable } from '@nestjs/common';
import { AtlasNames } from '../../atlas/index.js';
import { entityKey, parseEntityKey } from '../../platform/entities/entity.js';
import type { AnyEvent } from '../../platform/events/event.js';
import { Graph } from '../../platform/graph/graph.js';
import type { IndexSource } from '../../platform/search/index-source.js';
import { IndexedSource } from '../../platform/search/indexer.js';
import type { SearchDocument } from '../../platform/search/search-index.js';
import { type CommitmentRow, findCommitment, listCommitmentIds } from '../commitments.cypher.js';
import { answeredBy, ownerOf } from '../commitments.views.js';
import type { MadeCommitment } from '../contracts.js';

const FACETS = ['country', 'sdg', 'theme'];

/** What can be found of commitments: their words, what came of them, and whose they are. */
@Injectable()
@IndexedSource()
export class CommitmentIndexSource implements IndexSource {
  readonly type = 'commitment';
  readonly hears = [
    'commitments.owner-changed',
    'commitments.commitment-made',
    'commitments.commitment-reported',
  ];

  constructor(
    private readonly graph: Graph,
    private readonly names: AtlasNames,
  ) {}

  keysFor(event: Pick<AnyEvent, 'data'>): string[] {
    const { commitmentId } = event.data as unknown as Pick<MadeCommitment, 'commitmentId'>;
    return [entityKey(this.type, commitmentId)];
  }

  async load(keys: string[]): Promise<{ put: SearchDocument[]; remove: string[] }> {
    const put: SearchDocument[] = [];
    const remove: string[] = [];
    for (const key of keys) {
      const [commitment] = await this.graph.read(findCommitment, { id: parseEntityKey(key).id });
      if (commitment) put.push(this.toDocument(commitment));
      else remove.push(key);
    }
    return { put, remove };
  }

  async *all(): AsyncIterable<SearchDocument[]> {
    for (const { id } of await this.graph.read(listCommitmentIds, {})) {
      yield (await this.load([entityKey(this.type, id)])).put;
    }
  }

  private toDocument(commitment: CommitmentRow): SearchDocument {
    const { key, title, text, stateNote, lang, url, createdAt } = commitment;
    const about = commitment.about.flatMap((subject) => subject.key || []);
    const linked = [ownerOf(commitment)?.title, answeredBy(commitment)?.title];
    return {
      key,
      type: this.type,
      title,
      text: stateNote ? `${text}\n${stateNote}` : text,
      keywords: [...linked, this.names.keywordsOf(about)].filter(Boolean).join('\n'),
      lang: lang ?? undefined,
      url,
      audience: ['public'],
      facets: { ...facetsOf(about), year: [createdAt.slice(0, 4)], ...(lang ? { lang: [lang] } : {}) },
      at: createdAt,
    };
  }
}

function facetsOf(about: string[]): Record<string, string[]> {
  const entities = about.map(parseEntityKey);
  const facets = FACETS.map((facet) => [
    facet,
    entities.filter(({ type }) => type === facet).map(({ id }) => id),
  ]);
  return Object.fromEntries(facets.filter(([, values]) => values?.length));
}
