import { cpSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DatabaseSync } from '@photostructure/sqlite';
import { openSearchIndex } from '../../../libs/platform/search/open-search-index.js';
import type { SearchIndex } from '../../../libs/platform/search/search-index.js';
import { buildDocument, buildLibrary, inBatches, keysOf } from './search-documents.js';

describe('file of the embedded search index', () => {
  let folder: string;
  let path: string;
  let index: SearchIndex | undefined;

  const open = async () => {
    index = await openSearchIndex({ path });
    return index;
  };
  const closeIndex = async () => {
    await index?.close();
    index = undefined;
  };
  const found = async (q: string) => keysOf(await index!.search({ q, audiences: ['public'], facets: [] }));

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'minga-search-file-'));
    path = join(folder, 'data', 'search.db');
  });

  afterEach(async () => {
    await closeIndex();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is found again with words, facets, audiences and typos', async () => {
    await (await open()).put(buildLibrary());
    await index!.remove(['case:solar']);
    await closeIndex();
    await open();
    expect(await index!.count()).toBe(7);
    expect(await found('rainwater harvestng')).toEqual(['case:rain']);
    expect(await found('pmups')).toEqual([]);
    const { facets } = await index!.search({ q: '', audiences: ['public'], facets: ['country'] });
    expect(facets.country).toEqual([
      { value: 'PER', count: 3 },
      { value: 'KEN', count: 1 },
    ]);
  });

  it('holds what was put as soon as that is found, and can be put on the disk at any time', async () => {
    await open();
    for (let time = 0; time < 3; time++) {
      await index!.put([buildDocument({ key: `case:${time}`, title: 'Kept' })]);
      await Promise.all([index!.persist(), index!.persist()]);
    }
    await index!.persist();
    await index!.put([buildDocument({ key: 'case:3', title: 'Kept as well' })]);
    // What a process that is killed now leaves behind.
    const left = join(folder, 'left.db');
    cpSync(path, left);
    cpSync(`${path}-wal`, `${left}-wal`);
    await closeIndex();
    path = left;
    await open();
    expect((await found('kept')).sort()).toEqual(['case:0', 'case:1', 'case:2', 'case:3']);
  });

  it('asks to be filled until a rebuild has done so', async () => {
    expect((await open()).wasRecreated).toBe(true);
    await closeIndex();
    expect((await open()).wasRecreated).toBe(true);
    await index!.rebuild(inBatches(buildLibrary()));
    await closeIndex();
    expect((await open()).wasRecreated).toBe(false);
    expect(await found('rainwater')).toEqual(['case:rain']);
  });

  it.each([
    ['is no database', () => writeFileSync(path, 'this is not a database, it is a letter to the reader')],
    ['is cut short', () => truncateSync(path, 6_000)],
    [
      'is overwritten in the middle',
      () => {
        const bytes = readFileSync(path);
        bytes.fill(0xa5, 4096);
        writeFileSync(path, bytes);
      },
    ],
    [
      'comes from another version',
      () => {
        const database = new DatabaseSync(path);
        database.exec('PRAGMA user_version = 999');
        database.close();
      },
    ],
    ['is missing', () => rmSync(path)],
  ])('is made anew when it %s', async (_, damage) => {
    await (await open()).rebuild(inBatches(buildLibrary()));
    await closeIndex();
    damage();
    expect((await open()).wasRecreated).toBe(true);
    expect(await index!.count()).toBe(0);
    await index!.put([buildDocument({ key: 'case:1', title: 'Again' })]);
    expect(await found('again')).toEqual(['case:1']);
  });

  it('is given to one process at a time', async () => {
    await open();
    const other = new DatabaseSync(`${path}-lock`, { timeout: 0 });
    expect(() => other.exec('BEGIN EXCLUSIVE')).toThrow('locked');
    await closeIndex();
    other.exec('BEGIN EXCLUSIVE');
    other.close();
  });

  it('keeps its content when it is closed in the middle of a rebuild', async () => {
    await open();
    await index!.put(buildLibrary());
    const rebuilding = index!;
    async function* endless() {
      yield [buildDocument({ key: 'case:new' })];
      await closeIndex();
      yield [buildDocument({ key: 'case:newer' })];
    }
    await expect(rebuilding.rebuild(endless())).rejects.toThrow(/closed|running/);
    await open();
    expect(await index!.count()).toBe(8);
    await index!.rebuild(inBatches([buildDocument({ key: 'case:only' })]));
    expect(await found('')).toEqual(['case:only']);
  });

  it('answers no more once closed', async () => {
    const closed = await open();
    await closeIndex();
    await closed.close();
    await expect(closed.search({ q: '', audiences: [] })).rejects.toThrow('closed');
    await expect(closed.put([buildDocument({ key: 'case:1' })])).rejects.toThrow('closed');
  });
});
