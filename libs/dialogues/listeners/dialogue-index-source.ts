import { Injectable } from '@nestjs/common';
import { AtlasNames } from '../../atlas/index.js';
import { entityKey } from '../../platform/entities/entity.js';
import { Graph } from '../../platform/graph/graph.js';
import { plainText } from '../../platform/markdown/markdown.js';
import type { IndexedEvent, IndexSource } from '../../platform/search/index-source.js';
import { IndexedSource } from '../../platform/search/indexer.js';
import type { SearchDocument } from '../../platform/search/search-index.js';
import type { DialogueRecord } from '../dialogue-record.js';
import { DialoguesRepository } from '../dialogues.repository.js';
import { findOutcomeOf } from '../outcomes.cypher.js';
import { facetsOf } from './dialogue-facets.js';

/** Dialogues can be found by their question, their background and what came out of them. */
@Injectable()
@IndexedSource()
export class DialogueIndexSource implements IndexSource {
  readonly type = 'dialogue';
  readonly hears = ['dialogues.dialogue-convened', 'dialogues.dialogue-changed', 'dialogues.dialogue-closed'];

  constructor(
    private readonly graph: Graph,
    private readonly dialogues: DialoguesRepository,
    private readonly names: AtlasNames,
  ) {}

  keysFor({ data }: Pick<IndexedEvent, 'data'>): string[] {
    return [entityKey('dialogue', String(data.dialogueId))];
  }

  async load(keys: string[]): Promise<{ put: SearchDocument[]; remove: string[] }> {
    const put: SearchDocument[] = [];
    const remove: string[] = [];
    for (const key of keys) {
      const record = await this.dialogues.findDialogue(key.slice('dialogue:'.length));
      if (record) put.push(await this.toDocument(record));
      else remove.push(key);
    }
    return { put, remove };
  }

  async *all(): AsyncIterable<SearchDocument[]> {
    for (const id of await this.dialogues.listIds()) {
      yield [await this.toDocument(await this.dialogues.getDialogue(id))];
    }
  }

  private async toDocument({ row, about, evidence }: DialogueRecord): Promise<SearchDocument> {
    const { id, question, url, lang, background, createdAt } = row;
    const [outcome] = row.closedAt === null ? [] : await this.graph.read(findOutcomeOf, { dialogueId: id });
    const texts = [background, outcome?.agreed, outcome?.dissent].flatMap((text) =>
      text ? plainText(text) : [],
    );
    const words = [outcome?.agreedBy, ...evidence.map(({ title }) => title)].filter(Boolean);
    return {
      key: entityKey('dialogue', id),
      type: 'dialogue',
      title: question,
      text: [...texts, ...words].join('\n'),
      keywords: this.names.keywordsOf(about.map(({ key }) => key)),
      lang: lang ?? undefined,
      url,
      audience: ['public'],
      facets: facetsOf(about, lang, createdAt),
      at: row.closedAt ?? createdAt,
    };
  }
}
