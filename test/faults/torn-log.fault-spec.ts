import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { EmbeddedGraph } from '../../libs/platform/graph/embedded-graph.js';
import { readQuery, writeQuery } from '../../libs/platform/graph/graph.js';
import { findTornTail } from '../../libs/platform/graph/wal-frames.js';
import { FaultServer, temporaryFolder } from './fault-server.js';
import { Member } from './member.js';
import { examine } from './operator.js';
import { seededRandom } from './seeded-random.js';
import { until } from './until.js';

const add = writeQuery<{ id: string }, { id: string }>(
  'test/add',
  'CREATE (n:Thing {id: $id, text: "kept or not, never in part"}) RETURN n.id AS id',
);
const list = readQuery<Record<string, never>, { id: string }>(
  'test/list',
  'MATCH (n:Thing) RETURN n.id AS id ORDER BY id',
);

const folder = temporaryFolder();
const random = seededRandom('torn log');
let copies = 0;

// What is said is looked at on the real server; here it would be said some hundred times.
beforeAll(() => Logger.overrideLogger(false));
afterAll(() => folder.remove());

/** A copy of a data folder with another log in it, as a power cut may leave it. */
function copyWith(source: string, log: string, bytes: Buffer): string {
  const copy = join(folder.path, `copy-${copies++}`);
  cpSync(source, copy, { recursive: true });
  writeFileSync(join(copy, log), bytes);
  return copy;
}

function onlyLogIn(graph: string): string {
  const name = readdirSync(`${graph}.wal`)
    .filter((file) => file.endsWith('.log'))
    .at(-1);
  return join(`${graph}.wal`, name ?? '');
}

/** Where the last frame of a log begins. */
function lastFrameIn(bytes: Buffer): number {
  return findTornTail(bytes.subarray(0, -1))?.at ?? 0;
}

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = copy[at]! ^ (1 << Math.floor(random() * 8));
  return copy;
}

describe('the log of the graph, torn', () => {
  const source = join(folder.path, 'source');
  const log = 'g.grafeo.wal/wal_00000000000000000000.log';
  let bytes: Buffer;
  let last: number;
  let before: number;
  let written: string[];

  const idsIn = async (copy: string, goOn = false) => {
    const graph = await EmbeddedGraph.open(join(copy, 'g.grafeo'));
    const ids = (await graph.read(list, {})).map(({ id }) => id);
    const { findings } = graph.health();
    if (goOn) await graph.write((tx) => tx.run(add, { id: 'later' }));
    await graph.close();
    if (!goOn) return { ids, findings };
    const again = await EmbeddedGraph.open(join(copy, 'g.grafeo'));
    expect((await again.read(list, {})).map(({ id }) => id)).toEqual([...ids, 'later']);
    await again.close();
    return { ids, findings };
  };

  beforeAll(async () => {
    const graph = await EmbeddedGraph.open(join(source, 'g.grafeo'));
    written = [];
    // The engine adds notes of its own now and then, more often on a busy machine; the last two frames are to be writes.
    const isWrite = (frame: Buffer) => frame.includes('kept or not');
    do {
      const id = `${'abcdefghijklmnopqrstuvwxyz'[written.length]}`;
      await graph.write((tx) => tx.run(add, { id }));
      written.push(id);
      bytes = readFileSync(join(source, log));
      last = lastFrameIn(bytes);
      before = lastFrameIn(bytes.subarray(0, last));
    } while (written.length < 3 || !isWrite(bytes.subarray(last)) || !isWrite(bytes.subarray(before, last)));
    cpSync(source, join(folder.path, 'whole'), { recursive: true });
    await graph.close();
  });

  it('is opened without all but the last write, wherever that is cut', async () => {
    expect(bytes.length - last).toBeGreaterThan(50);
    for (let end = last + 1; end < bytes.length; end++) {
      const copy = copyWith(join(folder.path, 'whole'), log, bytes.subarray(0, end));
      const { ids, findings } = await idsIn(copy, end % 8 === 0);
      expect({ end, ids }).toEqual({ end, ids: written.slice(0, -1) });
      expect(findings).toEqual([{ ok: true, detail: expect.stringContaining('unfinished end of the log') }]);
      expect(readFileSync(join(copy, 'g.grafeo.torn-tail-1'))).toEqual(bytes.subarray(last, end));
    }
  });

  it('is opened without the last write, whichever byte of it is wrong', async () => {
    for (let at = last; at < bytes.length; at++) {
      const { ids } = await idsIn(copyWith(join(folder.path, 'whole'), log, flipped(bytes, at)));
      expect({ at, ids }).toEqual({ at, ids: written.slice(0, -1) });
    }
  });

  it('says so when whole writes lie behind a damage, and keeps a copy of them', async () => {
    const copy = copyWith(join(folder.path, 'whole'), log, flipped(bytes, before + 60));
    const { ids, findings } = await idsIn(copy, true);
    expect(ids).toEqual(written.slice(0, ids.length));
    expect(ids.length).toBeLessThan(written.length);
    expect(findings).toEqual([
      { ok: false, detail: expect.stringContaining('with whole writes behind the damage') },
    ]);
    expect(readFileSync(join(copy, 'g.grafeo.torn-writes-1')).length).toBe(bytes.length - before);
  });

  it('is not opened when it is damaged where the engine knows it to be safe', async () => {
    const copy = copyWith(join(folder.path, 'whole'), log, flipped(bytes, 20));
    await expect(EmbeddedGraph.open(join(copy, 'g.grafeo'))).rejects.toThrow(
      /Nothing was changed.*restore a backup/,
    );
    expect(readdirSync(copy).filter((name) => name.includes('torn'))).toEqual([]);
  });

  it('is left alone when it is whole', async () => {
    const { ids, findings } = await idsIn(copyWith(join(folder.path, 'whole'), log, bytes), true);
    expect({ ids, findings }).toEqual({ ids: written, findings: [] });
  });
});

describe('a server whose last write was torn', () => {
  const data = join(folder.path, 'server');

  it.each([
    ['cut', (bytes: Buffer, at: number) => bytes.subarray(0, at)],
    ['flipped', flipped],
  ])('opens with everything before it, says what it left away, and goes on (%s)', async (kind, damage) => {
    const before = join(data, kind);
    let server = await FaultServer.start(before);
    const amina = await Member.join(server.url, 'Amina');
    const thread = await amina.startThread('Canals');
    for (let count = 1; count <= 5; count++) await amina.reply(thread, `Reply ${count}`);
    await server.kill();
    const log = onlyLogIn(join(before, 'graph', 'minga.grafeo'));
    const bytes = readFileSync(log);
    const last = lastFrameIn(bytes);
    writeFileSync(log, damage(bytes, last + 1 + Math.floor(random() * (bytes.length - last - 1))));

    server = await FaultServer.start(before);
    try {
      amina.url = server.url;
      expect(server.log).toMatch(/last write in the log had not finished/);
      const told = (await examine(server)).filter(({ detail }) =>
        detail.includes('unfinished end of the log'),
      );
      expect(told).toEqual([expect.objectContaining({ check: 'graph', ok: true })]);
      const kept = await amina.postsOf(thread);
      expect(kept.map(({ number }) => number)).toEqual(kept.map((_, at) => at + 1));
      // The very last record may be the note that listeners are done with an event, which is not a reply.
      expect(kept.length).toBeGreaterThanOrEqual(5);
      expect((await amina.reply(thread, 'And on')).body.number).toBe(kept.length + 1);
      await until('the index has followed and nothing is amiss', async () =>
        (await examine(server)).every(({ ok }) => ok),
      );
    } finally {
      await server.stop();
    }
  });
});
