import { Injectable } from '@nestjs/common';
import { AtlasNames } from '../../atlas/index.js';
import { entityKey } from '../../platform/entities/entity.js';
import type { IndexedEvent, IndexSource } from '../../platform/search/index-source.js';
import { IndexedSource } from '../../platform/search/indexer.js';
import type { SearchDocument } from '../../platform/search/search-index.js';
import { statementUrl } from '../contracts.js';
import { DialoguesRepository } from '../dialogues.repository.js';
import type { StatementRow } from '../statements.cypher.js';
import { StatementsRepository } from '../statements.repository.js';
import { facetsOf } from './dialogue-facets.js';

/** Approved statements can be found; one that is refused later no longer is. */
@Injectable()
@IndexedSource()
export class StatementIndexSource implements IndexSource {
  readonly type = 'statement';
  readonly hears = [
    'dialogues.statement-approved',
    'dialogues.statement-refused',
    'dialogues.dialogue-changed',
  ];

  constructor(
    private readonly dialogues: DialoguesRepository,
    private readonly statements: StatementsRepository,
    private readonly names: AtlasNames,
  ) {}

  /** `DIALOGUE#STATEMENT`, or `DIALOGUE#` for all of them, whose filters follow those of the dialogue. */
  keysFor({ data }: Pick<IndexedEvent, 'data'>): string[] {
    return [`${data.dialogueId}#${data.statementId ?? ''}`];
  }

  async load(keys: string[]): Promise<{ put: SearchDocument[]; remove: string[] }> {
    const put: SearchDocument[] = [];
    const remove: string[] = [];
    for (const key of keys) {
      const [dialogueId = '', statementId = ''] = key.split('#');
      const ids = statementId ? [statementId] : await this.statements.listIds(dialogueId);
      const found = await this.documentsOf(dialogueId, ids);
      const foundKeys = new Set(found.map((document) => document.key));
      put.push(...found);
      remove.push(...ids.map((id) => entityKey('statement', id)).filter((one) => !foundKeys.has(one)));
    }
    return { put, remove };
  }

  async *all(): AsyncIterable<SearchDocument[]> {
    for (const id of await this.dialogues.listIds()) {
      const documents = await this.documentsOf(id, await this.statements.listIds(id));
      if (documents.length > 0) yield documents;
    }
  }

  private async documentsOf(dialogueId: string, ids: string[]): Promise<SearchDocument[]> {
    const record = await this.dialogues.findDialogue(dialogueId);
    if (!record) return [];
    const keywords = this.names.keywordsOf(record.about.map(({ key }) => key));
    const rows = await this.statements.listById(ids);
    return rows
      .filter(({ status }) => status === 'approved')
      .map((row) => ({
        ...toDocument(row, record.row.question),
        keywords,
        facets: facetsOf(record.about, row.lang, row.createdAt),
      }));
  }
}

function toDocument(
  { id, dialogueId, text, lang, createdAt }: StatementRow,
  question: string,
): SearchDocument {
  return {
    key: entityKey('statement', id),
    type: 'statement',
    title: text,
    text: question,
    lang: lang ?? undefined,
    url: statementUrl(dialogueId, id),
    audience: ['public'],
    facets: {},
    at: createdAt,
  };
}
