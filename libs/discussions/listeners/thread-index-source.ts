import { Injectable } from '@nestjs/common';
import { AtlasNames } from '../../atlas/index.js';
import { parseEntityKey } from '../../platform/entities/entity.js';
import type { AnyEvent } from '../../platform/events/event.js';
import { Graph } from '../../platform/graph/graph.js';
import { plainText } from '../../platform/markdown/markdown.js';
import type { IndexSource } from '../../platform/search/index-source.js';
import { IndexedSource } from '../../platform/search/indexer.js';
import type { SearchDocument } from '../../platform/search/search-index.js';
import { type PublishedPost, postUrl } from '../contracts.js';
import {
  findThread,
  listPostsByKey,
  listThreadIds,
  listThreadSubjects,
  type PostRow,
  type ThreadRow,
} from '../discussions.cypher.js';
import { postKey } from '../discussions.repository.js';

const POSTS_PER_BATCH = 200;
const SUBJECT_TYPES = ['country', 'sdg', 'theme'];

/** What can be found of discussions: the opening post as the thread, and every reply under the thread's title. */
@Injectable()
@IndexedSource()
export class ThreadIndexSource implements IndexSource {
  readonly type = 'thread';
  readonly hears = ['discussions.post-published', 'discussions.post-edited'];

  constructor(
    private readonly graph: Graph,
    private readonly names: AtlasNames,
  ) {}

  keysFor(event: Pick<AnyEvent, 'data'>): string[] {
    const { threadId, number } = event.data as unknown as PublishedPost;
    return [`${threadId}#${number}`];
  }

  async load(keys: string[]): Promise<{ put: SearchDocument[]; remove: string[] }> {
    const put: SearchDocument[] = [];
    for (const [threadId, numbers] of numbersByThread(keys)) {
      put.push(...(await this.documentsOf(threadId, numbers)));
    }
    return { put, remove: [] };
  }

  async *all(): AsyncIterable<SearchDocument[]> {
    for (const { id } of await this.graph.read(listThreadIds, {})) {
      for (let first = 1; ; first += POSTS_PER_BATCH) {
        const numbers = Array.from({ length: POSTS_PER_BATCH }, (_, at) => first + at);
        const documents = await this.documentsOf(id, numbers);
        if (documents.length > 0) yield documents;
        if (documents.length < POSTS_PER_BATCH) break;
      }
    }
  }

  private async documentsOf(threadId: string, numbers: number[]): Promise<SearchDocument[]> {
    const [thread] = await this.graph.read(findThread, { id: threadId });
    if (!thread) return [];
    const keys = numbers.map((number) => postKey(threadId, number));
    const posts = await this.graph.read(listPostsByKey, { keys });
    if (posts.length === 0) return [];
    const [subjects] = await this.graph.read(listThreadSubjects, { id: threadId, types: SUBJECT_TYPES });
    const about = new Set(Object.values(subjects ?? {}).flat());
    const keywords = this.names.keywordsOf(about);
    const facets = facetsOf(about);
    // Of a discussion that is found only by what it is filed under, its beginning is enough.
    return posts.map((post) => ({
      ...toDocument(thread, post, facets),
      keywords: post.number === 1 ? keywords : undefined,
    }));
  }
}

/** The numbers of the posts that the keys name, by thread. */
function numbersByThread(keys: string[]): Map<string, number[]> {
  const numbers = new Map<string, number[]>();
  for (const key of new Set(keys)) {
    const [threadId = '', number] = key.split('#');
    numbers.set(threadId, [...(numbers.get(threadId) ?? []), Number(number)]);
  }
  return numbers;
}

function facetsOf(about: Iterable<string>): Record<string, string[]> {
  const facets: Record<string, string[]> = {};
  for (const key of about) {
    const { type, id } = parseEntityKey(key);
    facets[type] = [...(facets[type] ?? []), id];
  }
  return facets;
}

function toDocument(thread: ThreadRow, post: PostRow, facets: Record<string, string[]>): SearchDocument {
  const opens = post.number === 1;
  return {
    key: opens ? `thread:${thread.id}` : `post:${post.id}`,
    type: opens ? 'thread' : 'post',
    title: thread.title,
    text: plainText(post.body),
    lang: post.lang ?? undefined,
    url: opens ? thread.url : postUrl(thread.id, post.number),
    audience: ['public'],
    facets: { ...facets, year: [post.createdAt.slice(0, 4)], ...(post.lang ? { lang: [post.lang] } : {}) },
    at: post.createdAt,
  };
}
