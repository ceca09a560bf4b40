import { Injectable } from '@nestjs/common';
import { AtlasNames } from '../../atlas/index.js';
import { parseEntityKey } from '../../platform/entities/entity.js';
import { ChangeMarks } from '../../platform/events/change-marks.js';
import type { AnyEvent } from '../../platform/events/event.js';
import { FreshCache } from '../../platform/events/fresh-cache.js';
import { Graph } from '../../platform/graph/graph.js';
import { plainText } from '../../platform/markdown/markdown.js';
import type { IndexSource } from '../../platform/search/index-source.js';
import { IndexedSource } from '../../platform/search/indexer.js';
import type { SearchDocument } from '../../platform/search/search-index.js';
import { type PublishedPost, postUrl } from '../contracts.js';
import { findThreadFiling, listPostsByKey, listThreadIds, type PostRow } from '../discussions.cypher.js';
import { postKey } from '../discussions.repository.js';

const POSTS_PER_BATCH = 200;
const SUBJECT_TYPES = ['country', 'sdg', 'theme'];
const MOST_BYTES = 2 * 1024 * 1024;
const BYTES_OF_FILING = 400;
const BYTES_OF_SUBJECT = 150;
const FILING_LIFE_MS = 60_000;

/** What the posts of a thread have in common: its title never changes, what it is about may get other links. */
interface Filing {
  title: string;
  url: string;
  /** Keys of all that it is filed under. */
  about: string[];
  facets: Record<string, string[]>;
}

/** What can be found of discussions: the opening post as the thread, and every reply under the thread's title. */
@Injectable()
@IndexedSource()
export class ThreadIndexSource implements IndexSource {
  readonly type = 'thread';
  readonly hears = ['discussions.post-published', 'discussions.post-edited'];
  private readonly filings: FreshCache<Filing | null>;

  constructor(
    private readonly graph: Graph,
    private readonly names: AtlasNames,
    marks: ChangeMarks,
  ) {
    this.filings = new FreshCache(marks, { mostBytes: MOST_BYTES, sizeOf: bytesOf, life: FILING_LIFE_MS });
  }

  keysFor(event: Pick<AnyEvent, 'data'>): string[] {
    const { threadId, number } = event.data as unknown as PublishedPost;
    return [postKey(threadId, number)];
  }

  async load(keys: string[]): Promise<{ put: SearchDocument[]; remove: string[] }> {
    const put: SearchDocument[] = [];
    for (const post of await this.graph.read(listPostsByKey, { keys })) {
      const filing = await this.filingOf(post.threadId);
      if (!filing) continue;
      const document = toDocument(filing, post);
      // Of a discussion that is found only by what it is filed under, its beginning is enough.
      if (post.number === 1) document.keywords = this.names.keywordsOf(filing.about);
      put.push(document);
    }
    return { put, remove: [] };
  }

  async *all(): AsyncIterable<SearchDocument[]> {
    for (const { id } of await this.graph.read(listThreadIds, {})) {
      for (let first = 1; ; first += POSTS_PER_BATCH) {
        const keys = Array.from({ length: POSTS_PER_BATCH }, (_, at) => postKey(id, first + at));
        const { put } = await this.load(keys);
        if (put.length > 0) yield put;
        if (put.length < POSTS_PER_BATCH) break;
      }
    }
  }

  private filingOf(threadId: string): Promise<Filing | null> {
    return this.filings.get(threadId, { otherThan: 'thread' }, async () => {
      const [thread] = await this.graph.read(findThreadFiling, { id: threadId, types: SUBJECT_TYPES });
      if (!thread) return null;
      const { title, url, direct, linked, broader } = thread;
      const about = [...new Set([...direct, ...linked, ...broader])];
      return { title, url, about, facets: facetsOf(about) };
    });
  }
}

function bytesOf(filing: Filing | null): number {
  return BYTES_OF_FILING + BYTES_OF_SUBJECT * (filing?.about.length ?? 0);
}

function facetsOf(about: Iterable<string>): Record<string, string[]> {
  const facets: Record<string, string[]> = {};
  for (const key of about) {
    const { type, id } = parseEntityKey(key);
    facets[type] = [...(facets[type] ?? []), id];
  }
  return facets;
}

function toDocument({ title, url, facets }: Filing, post: PostRow): SearchDocument {
  const opens = post.number === 1;
  return {
    key: opens ? `thread:${post.threadId}` : `post:${post.id}`,
    type: opens ? 'thread' : 'post',
    title,
    text: plainText(post.body),
    lang: post.lang ?? undefined,
    url: opens ? url : postUrl(post.threadId, post.number),
    audience: ['public'],
    facets: { ...facets, year: [post.createdAt.slice(0, 4)], ...(post.lang ? { lang: [post.lang] } : {}) },
    at: post.createdAt,
  };
}
