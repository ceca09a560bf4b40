import { Injectable } from '@nestjs/common';
import { AtlasNames } from '../../atlas/index.js';
import { parseEntityKey } from '../../platform/entities/entity.js';
import { Graph } from '../../platform/graph/graph.js';
import { isLocale } from '../../platform/i18n/locales.js';
import { plainText } from '../../platform/markdown/markdown.js';
import type { IndexedEvent, IndexSource } from '../../platform/search/index-source.js';
import { IndexedSource } from '../../platform/search/indexer.js';
import type { SearchDocument } from '../../platform/search/search-index.js';
import { sessionKey, sessionUrl } from '../contracts.js';
import { listLessons } from '../live.cypher.js';
import type { SessionRecord } from '../session-record.js';
import { listSessionSubjects } from '../sessions.cypher.js';
import { SessionsRepository } from '../sessions.repository.js';

const FILED_UNDER = ['country', 'sdg', 'theme'];

/** Sessions are found by what they are for, what is done in them and what was learned; those called off are not. */
@Injectable()
@IndexedSource()
export class SessionIndexSource implements IndexSource {
  readonly type = 'session';
  readonly hears = [
    'learning.session-proposed',
    'learning.session-changed',
    'learning.session-cancelled',
    'learning.session-closed',
  ];

  constructor(
    private readonly graph: Graph,
    private readonly sessions: SessionsRepository,
    private readonly names: AtlasNames,
  ) {}

  keysFor({ data }: Pick<IndexedEvent, 'data'>): string[] {
    return [sessionKey(String(data.sessionId))];
  }

  async load(keys: string[]): Promise<{ put: SearchDocument[]; remove: string[] }> {
    const put: SearchDocument[] = [];
    const remove: string[] = [];
    for (const key of keys) {
      const session = await this.sessions.findSession(parseEntityKey(key).id);
      if (session && session.cancelledAt === null) put.push(await this.toDocument(session));
      else remove.push(key);
    }
    return { put, remove };
  }

  async *all(): AsyncIterable<SearchDocument[]> {
    for (const id of await this.sessions.listIds()) {
      const { put } = await this.load([sessionKey(id)]);
      if (put.length > 0) yield put;
    }
  }

  private async toDocument(session: SessionRecord): Promise<SearchDocument> {
    const { id, title, purpose, summary, agenda, about, facilitators, languages, startsAtUtc } = session;
    const [lessons, [subjects]] = await Promise.all([
      this.graph.read(listLessons, { sessionId: id }),
      this.graph.read(listSessionSubjects, { id, types: FILED_UNDER }),
    ]);
    const filedUnder = [...new Set([...(subjects?.direct ?? []), ...(subjects?.linked ?? [])])];
    const texts = [purpose, summary ?? '', ...lessons.map(({ text }) => text)].map(plainText);
    const words = [...agenda, ...about, ...facilitators.map(({ name }) => ({ title: name }))];
    const facets: SearchDocument['facets'] = {
      year: [startsAtUtc.slice(0, 4)],
      lang: languages.map((language) => language.split('-')[0] ?? language).filter(isLocale),
    };
    for (const key of filedUnder) {
      const { type, id: code } = parseEntityKey(key);
      facets[type] = [...(facets[type] ?? []), code];
    }
    return {
      key: sessionKey(id),
      type: 'session',
      title,
      text: [...texts, ...words.map((word) => word.title)].filter(Boolean).join('\n'),
      keywords: this.names.keywordsOf(filedUnder),
      url: sessionUrl(id),
      audience: ['public'],
      facets: Object.fromEntries(Object.entries(facets).filter(([, values]) => values.length > 0)),
      at: session.closedAt ?? session.createdAt,
    };
  }
}
