import { describe, expect, it } from '@jest/globals';
import { type Person, VISITOR } from '../../platform/access/actor.js';
import type { Graph, GraphTransaction } from '../../platform/graph/graph.js';
import { UniquenessViolation } from '../../platform/graph/graph-errors.js';
import type { PostRow } from '../discussions.cypher.js';
import { KnownThreads } from '../known-threads.js';
import type { NextPost, PostWriter } from '../post-writer.js';
import { ReplyBatches } from './reply-batches.js';

const author = { ...VISITOR, id: 'ana', name: 'Ana' } as Person;
const THREADS = ['one', 'two', 'three'];

type Work = (tx: GraphTransaction) => Promise<unknown>;

/** Batches over a graph that does with each transaction what `write` says, and writes every post. */
function batchesOver(write: (work: Work) => Promise<unknown>) {
  const written: string[][] = [];
  const posts = {
    appendAll: async (_tx: GraphTransaction, next: NextPost[]) => {
      written.push(next.map(({ thread, post }) => `${thread.id}#${thread.postCount + 1} ${post.body}`));
      return next.map(({ thread }) => ({ threadId: thread.id, number: thread.postCount + 1 }) as PostRow);
    },
  } as PostWriter;
  const known = new KnownThreads();
  for (const id of THREADS) known.note(id, { closed: false, starterId: 'ben' }, 1);
  const batches = new ReplyBatches({ write } as unknown as Graph, posts, known);
  const reply = async (threadId: string, body: string, replyTo: number | null = null) =>
    (await batches.write(author, threadId, { body, replyTo }))?.number ?? null;
  return { written, reply };
}

const commit = (work: Work) => work({} as GraphTransaction);

describe('replies that come together', () => {
  it('are written together, those to one thread one after the other and in order', async () => {
    const { written, reply } = batchesOver(commit);
    const numbers = await Promise.all([
      reply('one', 'a'),
      reply('two', 'b'),
      reply('one', 'c', 2),
      reply('three', 'd'),
      reply('one', 'e'),
    ]);
    expect(numbers).toEqual([2, 2, 3, 2, 4]);
    expect(written).toEqual([['one#2 a', 'two#2 b', 'three#2 d'], ['one#3 c'], ['one#4 e']]);
  });

  it('are left to whoever asked where the thread is not known, or has not what is answered', async () => {
    const { written, reply } = batchesOver(commit);
    expect(await Promise.all([reply('elsewhere', 'a'), reply('two', 'b', 7), reply('one', 'c')])).toEqual([
      null,
      null,
      2,
    ]);
    expect(written).toEqual([['one#2 c']]);
  });

  it('stay the same when the engine tries the transaction again', async () => {
    let late: Promise<number | null> | undefined;
    const { written, reply } = batchesOver(async (work) => {
      await commit(work);
      if (late) return commit(work);
      late = reply('two', 'late');
      return commit(work);
    });
    await reply('one', 'a');
    await late;
    const bodies = written.map((posts) => posts.map((post) => post.split(' ')[1]));
    expect(bodies).toEqual([['a'], ['a'], ['late'], ['late']]);
  });

  it('are each written alone where one was sent before', async () => {
    const { reply } = batchesOver(async (work) => {
      await commit(work);
      throw new UniquenessViolation('clientKey');
    });
    expect(await Promise.all([reply('one', 'a'), reply('two', 'b')])).toEqual([null, null]);
  });

  it('fail together when nothing can be written, even before their turn, and the next are tried anew', async () => {
    let isFull = true;
    const { reply } = batchesOver((work) => (isFull ? Promise.reject(new Error('disk full')) : commit(work)));
    const results = await Promise.allSettled([reply('one', 'a'), reply('two', 'b')]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    isFull = false;
    expect(await reply('one', 'c')).toBe(2);
  });
});
