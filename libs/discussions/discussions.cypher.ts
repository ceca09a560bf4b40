import type { EntityRef } from '../platform/entities/entity.js';
import { appendEventFrom, type EventParams } from '../platform/events/events.cypher.js';
import { readQuery, writeQuery } from '../platform/graph/graph.js';
import { beforePosition, type PageWindow } from '../platform/graph/page-window.js';
import type { AuthorRef } from './contracts.js';

export interface ThreadRow {
  id: string;
  title: string;
  url: string;
  lang: string | null;
  createdAt: string;
  activeAt: string;
  postCount: number;
  closedAt: string | null;
  closedReason: string | null;
  startedBy: AuthorRef;
  about: EntityRef[];
}

export interface PostRow {
  id: string;
  threadId: string;
  number: number;
  version: number;
  body: string;
  lang: string | null;
  createdAt: string;
  editedAt: string | null;
  replyTo: number | null;
  author: AuthorRef;
}

const THREAD_ROW = `t.id AS id, t.title AS title, t.url AS url, t.lang AS lang, t.createdAt AS createdAt,
  t.activeAt AS activeAt, t.postCount AS postCount, t.closedAt AS closedAt, t.closedReason AS closedReason,
  {id: s.id, name: s.name, url: s.url} AS startedBy,
  [(t)-[:ABOUT]->(n:Entity) | {key: n.key, type: n.type, title: n.title, url: n.url}] AS about`;

const POST_ROW = `p.id AS id, p.threadId AS threadId, p.number AS number, p.version AS version, p.body AS body,
  p.lang AS lang, p.createdAt AS createdAt, p.editedAt AS editedAt, p.replyTo AS replyTo,
  {id: a.id, name: a.name, url: a.url} AS author`;

export const findThread = readQuery<{ id: string }, ThreadRow>(
  'discussions/find-thread',
  `MATCH (t:Thread {id: $id})-[:STARTED_BY]->(s:Person)
   RETURN ${THREAD_ROW}`,
);

const BEFORE_POSITION = beforePosition('t.activeAt');

export const listThreads = readQuery<PageWindow, ThreadRow>(
  'discussions/list-threads',
  `MATCH (t:Thread)
   WHERE t.activeAt >= $since AND ${BEFORE_POSITION}
   WITH t ORDER BY t.activeAt DESC, t.id DESC LIMIT $limit
   MATCH (t)-[:STARTED_BY]->(s:Person)
   RETURN ${THREAD_ROW} ORDER BY activeAt DESC, id DESC`,
);

export const listThreadsAbout = readQuery<Omit<PageWindow, 'since'> & { about: string }, ThreadRow>(
  'discussions/list-threads-about',
  `MATCH (subject:Entity {key: $about})<-[:ABOUT]-(t:Thread)
   WHERE ${BEFORE_POSITION}
   WITH DISTINCT t ORDER BY t.activeAt DESC, t.id DESC LIMIT $limit
   MATCH (t)-[:STARTED_BY]->(s:Person)
   RETURN ${THREAD_ROW} ORDER BY activeAt DESC, id DESC`,
);

/** `lastOwnNumber` is the number of the person's latest post there. */
export const listThreadsOf = readQuery<
  Omit<PageWindow, 'since'> & { personId: string },
  ThreadRow & { lastOwnNumber: number | null }
>(
  'discussions/list-threads-of',
  `MATCH (person:Person {id: $personId})<-[r:HAS_PARTICIPANT]-(t:Thread)
   WHERE t.activeAt <= $at
   WITH t, t.activeAt AS time, r.lastNumber AS lastOwnNumber WHERE time < $at OR t.id < $id
   WITH t, lastOwnNumber ORDER BY t.activeAt DESC, t.id DESC LIMIT $limit
   MATCH (t)-[:STARTED_BY]->(s:Person)
   RETURN ${THREAD_ROW}, lastOwnNumber ORDER BY activeAt DESC, id DESC`,
);

/** Posts by key (`THREAD#number`), so that page 50 costs what page 1 costs. */
export const listPostsByKey = readQuery<{ keys: string[] }, PostRow>(
  'discussions/list-posts-by-key',
  `UNWIND $keys AS key
   MATCH (p:Post {key: key})-[:WRITTEN_BY]->(a:Person)
   RETURN ${POST_ROW} ORDER BY number`,
);

export const findPostByClientKey = readQuery<{ clientKey: string }, PostRow>(
  'discussions/find-post-by-client-key',
  `MATCH (p:Post {clientKey: $clientKey})-[:WRITTEN_BY]->(a:Person)
   RETURN ${POST_ROW}`,
);

/** Writing first takes the thread for this transaction on engines that lock what is written; only then is it read. */
export const takeThread = writeQuery<
  { id: string },
  { closed: boolean; starterId: string; postCount: number }
>(
  'discussions/take-thread',
  `MATCH (t:Thread {id: $id})
   SET t.lock = true
   WITH t MATCH (t)-[:STARTED_BY]->(s:Person)
   RETURN t.closedAt IS NOT NULL AS closed, s.id AS starterId, t.postCount AS postCount`,
);

export const createThread = writeQuery<
  {
    id: string;
    key: string;
    url: string;
    title: string;
    lang: string | null;
    at: string;
    starterId: string;
    about: string;
    source: string;
  },
  { id: string }
>(
  'discussions/create-thread',
  `MATCH (s:Person {id: $starterId})
   MATCH (n:Entity {key: $about})
   CREATE (t:Thread:Entity {id: $id, key: $key, type: 'thread', url: $url, title: $title, lang: $lang,
                            createdAt: $at, activeAt: $at, postCount: 0})
   CREATE (t)-[:STARTED_BY {source: $source, at: $at}]->(s)
   CREATE (t)-[:ABOUT {source: $source, at: $at}]->(n)
   RETURN t.id AS id`,
);

export type NewPostRow = EventParams & {
  id: string;
  key: string;
  threadId: string;
  number: number;
  body: string;
  lang: string | null;
  at: string;
  authorId: string;
  replyTo: number | null;
  clientKey: string | null;
  source: string;
};

/**
 * Adds posts, each with its event, to threads that are open and have the posts before it; no row for those where it is
 * not so. All of it in one statement, for what a forum does most; of one thread, one post at a time.
 */
export const createPosts = writeQuery<{ posts: NewPostRow[] }, { key: string; seq: number }>(
  'discussions/create-posts',
  `UNWIND $posts AS post
   MATCH (t:Thread {id: post.threadId})
   MATCH (a:Person {id: post.authorId})
   SET t.lock = true
   WITH post, t, a WHERE t.postCount = post.number - 1 AND t.closedAt IS NULL
   SET t.postCount = post.number, t.activeAt = post.at
   CREATE (p:Post {id: post.id, key: post.key, threadId: post.threadId, number: post.number, version: 1,
                   body: post.body, lang: post.lang, createdAt: post.at, replyTo: post.replyTo,
                   clientKey: post.clientKey})
   CREATE (p)-[:POSTED_IN]->(t)
   CREATE (p)-[:WRITTEN_BY]->(a)
   MERGE (t)-[r:HAS_PARTICIPANT]->(a)
   ON CREATE SET r.source = post.source, r.at = post.at
   SET r.lastNumber = post.number
   ${appendEventFrom('post.')}
   RETURN p.key AS key, eventRoom.seq AS seq`,
);

export const linkReplies = writeQuery<{ replies: { key: string; parentKey: string }[] }, { id: string }>(
  'discussions/link-replies',
  `UNWIND $replies AS reply
   MATCH (p:Post {key: reply.key})
   MATCH (parent:Post {key: reply.parentKey})
   CREATE (p)-[:REPLIES_TO]->(parent)
   RETURN p.id AS id`,
);

/** Keeps the words as they were, then changes them. */
export const replacePostBody = writeQuery<
  { key: string; versionKey: string; body: string; at: string; editorId: string },
  { version: number }
>(
  'discussions/replace-post-body',
  `MATCH (p:Post {key: $key})
   MATCH (editor:Person {id: $editorId})
   CREATE (v:PostVersion {key: $versionKey, number: p.version, body: p.body, at: coalesce(p.editedAt, p.createdAt)})
   CREATE (v)-[:VERSION_OF]->(p)
   CREATE (v)-[:REPLACED_BY]->(editor)
   SET p.body = $body, p.editedAt = $at, p.version = p.version + 1
   RETURN p.version AS version`,
);

export const listPostVersions = readQuery<{ key: string }, { number: number; body: string; at: string }>(
  'discussions/list-post-versions',
  `MATCH (p:Post {key: $key})<-[:VERSION_OF]-(v:PostVersion)
   RETURN v.number AS number, v.body AS body, v.at AS at ORDER BY number`,
);

export const setThreadClosed = writeQuery<
  { id: string; at: string | null; reason: string | null },
  { id: string }
>(
  'discussions/set-thread-closed',
  `MATCH (t:Thread {id: $id})
   SET t.closedAt = $at, t.closedReason = $reason
   RETURN t.id AS id`,
);

/** All threads, for the search index: it reads every one of them by design. */
export const listThreadIds = readQuery<Record<string, never>, { id: string }>(
  'discussions/list-thread-ids',
  'MATCH (t:Thread) RETURN t.id AS id ORDER BY id',
);

/** A thread's title, what it is about, and what that is linked to in turn: the values to filter the thread by. */
export const findThreadFiling = readQuery<
  { id: string; types: string[] },
  { title: string; url: string; direct: string[]; linked: string[]; broader: string[] }
>(
  'discussions/find-thread-filing',
  `MATCH (t:Thread {id: $id})
   RETURN t.title AS title, t.url AS url,
          [(t)-[:ABOUT]->(n:Entity) WHERE n.type IN $types | n.key] AS direct,
          [(t)-[:ABOUT]->(:Entity)-[]->(x:Entity) WHERE x.type IN $types | x.key] AS linked,
          [(t)-[:ABOUT]->(:Entity)-[]->(:Entity)-[:NARROWER_THAN]->(b:Entity)
            WHERE b.type IN $types | b.key] AS broader`,
);
