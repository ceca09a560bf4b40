import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Graph,
  type GraphTransaction,
  lookupIndex,
  readQuery,
  uniqueIndex,
  writeQuery,
} from '../../../libs/platform/graph/graph.js';
import { UniquenessViolation } from '../../../libs/platform/graph/graph-errors.js';
import { dialectCases, dialectSeed } from './dialect-cases.js';
import { describeOnBothGraphs, type GraphUnderTest, START_TIMEOUT_MS } from './graph-engines.js';

const createPerson = writeQuery<{ id: string; name?: string | null }, { id: string }>(
  'test/create-person',
  'CREATE (p:Person {id: $id, name: $name}) RETURN p.id AS id',
);

const findPerson = readQuery<{ id: string }, { name: string | null }>(
  'test/find-person',
  'MATCH (p:Person {id: $id}) RETURN p.name AS name',
);

const takeNumber = writeQuery<{ id: string }, { number: number }>(
  'test/take-number',
  // The first write locks the node. Without it, Neo4j reads the number before it locks, and the relationship that
  // follows ends in a deadlock with the next reader: the transaction is repeated, but only after a second.
  'MATCH (c:Counter {id: $id}) SET c.lock = true SET c.number = c.number + 1 RETURN c.number AS number',
);

const createTicket = writeQuery<{ id: string; number: number }, { number: number }>(
  'test/create-ticket',
  `MATCH (c:Counter {id: $id})
   CREATE (t:Ticket {number: $number})-[:TAKEN_FROM]->(c)
   RETURN t.number AS number`,
);

describeOnBothGraphs('the graph port', (open) => {
  let engine: GraphUnderTest;
  let graph: Graph;

  beforeAll(async () => {
    engine = await open();
    graph = engine.graph;
    await graph.ensureIndex(uniqueIndex('Person', 'id'));
    await graph.ensureIndex(uniqueIndex('Counter', 'id'));
    await graph.ensureIndex(lookupIndex('Ticket', 'number'));
  }, START_TIMEOUT_MS);

  afterAll(() => engine?.discard());

  describe('a transaction', () => {
    it('keeps everything that it ran once the work is done', async () => {
      await graph.write(async (tx) => {
        await tx.run(createPerson, { id: 'amina', name: 'Amina' });
        await tx.run(createPerson, { id: 'bo', name: 'Bo' });
      });
      expect(await graph.read(findPerson, { id: 'amina' })).toEqual([{ name: 'Amina' }]);
      expect(await graph.read(findPerson, { id: 'bo' })).toEqual([{ name: 'Bo' }]);
    });

    it('sees its own writes', async () => {
      const rows = await graph.write(async (tx) => {
        await tx.run(createPerson, { id: 'own', name: 'Own' });
        return tx.run(findPerson, { id: 'own' });
      });
      expect(rows).toEqual([{ name: 'Own' }]);
    });

    it('keeps nothing when the work throws, and passes the error on', async () => {
      const failing = graph.write(async (tx) => {
        await tx.run(createPerson, { id: 'undone', name: 'Undone' });
        throw new RangeError('no places left');
      });
      await expect(failing).rejects.toThrow(RangeError);
      expect(await graph.read(findPerson, { id: 'undone' })).toEqual([]);
    });

    it('keeps nothing when one of its queries cannot run', async () => {
      const broken = writeQuery<Record<string, never>, never>('test/broken', 'CREATE (p:Person {id:');
      const failing = graph.write(async (tx) => {
        await tx.run(createPerson, { id: 'half', name: 'Half' });
        await tx.run(broken, {});
      });
      await expect(failing).rejects.toThrow();
      expect(await graph.read(findPerson, { id: 'half' })).toEqual([]);
    });

    it('goes on working after a failed one', async () => {
      await expect(graph.write(async () => Promise.reject(new Error('no')))).rejects.toThrow('no');
      await graph.write((tx) => tx.run(createPerson, { id: 'after', name: 'After' }));
      expect(await graph.read(findPerson, { id: 'after' })).toEqual([{ name: 'After' }]);
    });

    it('calls afterCommit once, when others can read what was written', async () => {
      const calls: string[] = [];
      let seen: Promise<unknown> | undefined;
      await graph.write(async (tx) => {
        tx.afterCommit(() => {
          calls.push('first');
          seen = graph.read(findPerson, { id: 'committed' });
        });
        tx.afterCommit(() => calls.push('second'));
        await tx.run(createPerson, { id: 'committed', name: 'Committed' });
        expect(calls).toEqual([]);
      });
      expect(calls).toEqual(['first', 'second']);
      expect(await seen).toEqual([{ name: 'Committed' }]);
    });

    it('never calls afterCommit when the work failed', async () => {
      const calls: string[] = [];
      const failing = graph.write(async (tx) => {
        tx.afterCommit(() => calls.push('called'));
        throw new Error('refused');
      });
      await expect(failing).rejects.toThrow('refused');
      expect(calls).toEqual([]);
    });
  });

  describe('a unique property', () => {
    it('refuses a second node with the same value, by name, and undoes the transaction', async () => {
      await graph.write((tx) => tx.run(createPerson, { id: 'only-one', name: 'First' }));
      const second = graph.write(async (tx) => {
        await tx.run(createPerson, { id: 'beside-it', name: 'Beside' });
        await tx.run(createPerson, { id: 'only-one', name: 'Second' });
      });
      await expect(second).rejects.toBeInstanceOf(UniquenessViolation);
      expect(await graph.read(findPerson, { id: 'only-one' })).toEqual([{ name: 'First' }]);
      expect(await graph.read(findPerson, { id: 'beside-it' })).toEqual([]);
    });

    it('lets only one of many concurrent writers have the value', async () => {
      const attempts = Array.from({ length: 10 }, (_, n) =>
        graph.write((tx) => tx.run(createPerson, { id: 'contested', name: `Writer ${n}` })),
      );
      const outcomes = await Promise.allSettled(attempts);
      const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
      expect(refused).toHaveLength(9);
      for (const reason of refused) expect(reason).toBeInstanceOf(UniquenessViolation);
      expect(await graph.read(findPerson, { id: 'contested' })).toHaveLength(1);
    });

    it('refuses a changed value that another node holds', async () => {
      const rename = writeQuery<{ from: string; to: string }, never>(
        'test/rename',
        'MATCH (p:Person {id: $from}) SET p.id = $to',
      );
      await graph.write((tx) => tx.run(createPerson, { id: 'x1', name: 'X1' }));
      await graph.write((tx) => tx.run(createPerson, { id: 'x2', name: 'X2' }));
      const failing = graph.write((tx) => tx.run(rename, { from: 'x1', to: 'x2' }));
      await expect(failing).rejects.toBeInstanceOf(UniquenessViolation);
    });

    it('can be declared again and again', async () => {
      await graph.ensureIndex(uniqueIndex('Person', 'id'));
      await graph.ensureIndex(lookupIndex('Ticket', 'number'));
    });
  });

  describe('concurrent writers on one node', () => {
    it('take numbers without gaps and without doubles', async () => {
      await graph.write((tx) =>
        tx.run(writeQuery('test/create-counter', 'CREATE (:Counter {id: $id, number: 0})'), { id: 'queue' }),
      );
      const taken: number[] = [];
      const told: number[] = [];
      const takeTicket = async (tx: GraphTransaction) => {
        const [next] = await tx.run(takeNumber, { id: 'queue' });
        await tx.run(createTicket, { id: 'queue', number: next!.number });
        tx.afterCommit(() => told.push(next!.number));
        return next!.number;
      };
      const writer = async () => {
        for (let turn = 0; turn < 10; turn++) taken.push(await graph.write(takeTicket));
      };
      await Promise.all(Array.from({ length: 20 }, writer));

      const everyNumber = Array.from({ length: 200 }, (_, position) => position + 1);
      const ascending = (a: number, b: number) => a - b;
      expect(taken.sort(ascending)).toEqual(everyNumber);
      expect(told.sort(ascending)).toEqual(everyNumber);
      const tickets = await graph.read(
        readQuery<{ id: string }, { number: number }>(
          'test/list-tickets',
          'MATCH (c:Counter {id: $id})<-[:TAKEN_FROM]-(t) RETURN t.number AS number ORDER BY number',
        ),
        { id: 'queue' },
      );
      expect(tickets.map((ticket) => ticket.number)).toEqual(everyNumber);
    }, 60_000);
  });

  describe('the dialect', () => {
    class Undo extends Error {}

    beforeAll(async () => {
      await graph.write((tx) => tx.run(writeQuery('test/dialect-seed', dialectSeed), {}));
    });

    it.each(dialectCases)('$title', async ({ texts, params = {}, rows }) => {
      let answer: unknown[] = [];
      const undone = graph.write(async (tx) => {
        for (const text of texts) answer = await tx.run(writeQuery('test/dialect', text), params);
        throw new Undo();
      });
      await expect(undone).rejects.toBeInstanceOf(Undo);
      expect(answer).toEqual(rows);
    });
  });

  it('answers a ping', async () => {
    await graph.ping();
  });

  it('tells a plan that starts at an index from one that reads a whole label', async () => {
    const byIndex = await graph.plan(findPerson, { id: 'amina' });
    expect(byIndex.scannedLabels).toEqual([]);
    const scanning = readQuery<Record<string, never>, { name: string }>(
      'test/list-people',
      "MATCH (p:Person) WHERE p.name <> 'x' RETURN p.name AS name",
    );
    expect((await graph.plan(scanning, {})).scannedLabels).toEqual(['Person']);
  });
});
