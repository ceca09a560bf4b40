import { Injectable } from '@nestjs/common';
import type { AnyEvent } from '../platform/events/event.js';
import { CompletesEvents, type EventCompletion } from '../platform/events/event-completion.js';
import { Graph } from '../platform/graph/graph.js';
import { type PublishedPost, threadRoom } from './contracts.js';
import { listPostsByKey, type PostRow } from './discussions.cypher.js';
import { postKey } from './discussions.repository.js';
import { htmlOf } from './post-html.js';

/** What is told of a post; the log keeps only which post it was, for its words stand in the post. */
export function postEvent<Type extends 'discussions.post-published' | 'discussions.post-edited'>(
  type: Type,
  row: PostRow,
) {
  const { id: postId, threadId, number } = row;
  return { room: threadRoom(threadId), type, data: published(row), kept: { threadId, postId, number } };
}

/** Gives events about posts that were read from the log the words of their posts. */
@Injectable()
@CompletesEvents(['discussions.post-published', 'discussions.post-edited'])
export class PostEvents implements EventCompletion {
  constructor(private readonly graph: Graph) {}

  async complete(events: AnyEvent[]): Promise<AnyEvent[]> {
    const keyOf = ({ data }: AnyEvent) => postKey(data.threadId as string, data.number as number);
    const rows = await this.graph.read(listPostsByKey, { keys: [...new Set(events.map(keyOf))] });
    const posts = new Map(rows.map((row) => [postKey(row.threadId, row.number), row]));
    return events.map((event) => {
      const post = posts.get(keyOf(event));
      return post ? { ...event, data: { ...published(post) } } : event;
    });
  }
}

function published(row: PostRow): PublishedPost {
  const { id, threadId, number, version, author, replyTo, body } = row;
  return { threadId, postId: id, number, version, author, replyTo, body, html: htmlOf(row) };
}
