import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  type Graph,
  type GraphTransaction,
  readQuery,
  writeQuery,
} from '../../../libs/platform/graph/graph.js';
import { applyMigrations } from '../../../libs/platform/graph/migrations.js';
import { answerOnce } from '../../../libs/platform/receipts/answer-once.js';
import { migrations } from '../../../libs/platform/receipts/migrations/index.js';
import { describeOnBothGraphs, type GraphUnderTest, START_TIMEOUT_MS } from './graph-engines.js';

const createThing = writeQuery<{ id: string }, { id: string }>(
  'test/create-thing',
  'CREATE (t:SentThing {id: $id}) RETURN t.id AS id',
);
const countThings = readQuery<Record<string, never>, { things: number }>(
  'test/count-things',
  'MATCH (t:SentThing) RETURN count(t) AS things',
);
const at = '2026-01-01T00:00:00.000Z';

describeOnBothGraphs('a request that is sent again', (open) => {
  let engine: GraphUnderTest;
  let graph: Graph;
  let made = 0;

  beforeAll(async () => {
    engine = await open();
    graph = engine.graph;
    await applyMigrations(graph, migrations);
  }, START_TIMEOUT_MS);

  afterAll(() => engine?.discard());

  const things = async () => (await graph.read(countThings, {}))[0]?.things ?? 0;
  const create = (tx: GraphTransaction) => async () => {
    const id = `thing-${++made}`;
    await tx.run(createThing, { id });
    return { id };
  };
  const send = (key: string | null, isThere?: () => boolean) =>
    graph.write((tx) => answerOnce(tx, { key, at }, create(tx), isThere));

  it('makes one thing and gets one answer, however many come at the same moment', async () => {
    const before = await things();
    const answers = await Promise.all(Array.from({ length: 8 }, () => send('one')));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(await send('one')).toEqual(answers[0]);
    expect((await things()) - before).toBe(1);
  });

  it('is another one under another key, and each time without a key', async () => {
    const before = await things();
    const answers = await Promise.all([send('two'), send('three'), send(null), send(null)]);
    expect(new Set(answers.map(({ id }) => id)).size).toBe(4);
    expect((await things()) - before).toBe(4);
  });

  it('is carried out anew where the first failed, or what it made is gone', async () => {
    const fail = async () => {
      throw new Error('no such country');
    };
    await expect(graph.write((tx) => answerOnce(tx, { key: 'four', at }, fail))).rejects.toThrow('no such');
    const first = await send('four');
    expect(await send('four', () => true)).toEqual(first);
    const second = await send('four', () => false);
    expect(second).not.toEqual(first);
    expect(await send('four', () => true)).toEqual(second);
  });
});
