import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MeiliSearchIndex } from '../../../libs/platform/search/meili/meili-search-index.js';
import type { SearchDocument } from '../../../libs/platform/search/search-index.js';
import { until } from '../../faults/until.js';
import { FakeMeili } from '../meili/fake-meili.mjs';
import { buildDocument, buildLibrary, inBatches } from './search-documents.js';
import { foundIn } from './search-engines.js';

/** What a real server does with its own is in the other suites; here is what the adapter makes of its troubles. */
describe('the adapter of Meilisearch', () => {
  let meili: FakeMeili;
  const indexes: MeiliSearchIndex[] = [];

  beforeEach(async () => {
    meili = await FakeMeili.start();
  });

  afterEach(async () => {
    for (const index of indexes.splice(0)) await index.close();
    await meili.stop();
  });

  const open = async (indexName = 'minga') => {
    const index = await MeiliSearchIndex.open({ url: meili.url, indexName });
    indexes.push(index);
    return index;
  };
  const oneByOne = (documents: SearchDocument[]) => inBatches(...documents.map((document) => [document]));
  async function* cutShort() {
    yield buildLibrary();
    throw new Error('the process ends');
  }

  it('knows an index that was filled whole from one whose filling was cut short', async () => {
    const first = await open();
    expect(first.wasRecreated).toBe(true);
    await first.put(buildLibrary());
    await expect(first.rebuild(cutShort())).rejects.toThrow('the process ends');
    expect((await open()).wasRecreated).toBe(true);
    expect(await first.rebuild(oneByOne(buildLibrary()))).toBe(buildLibrary().length);
    const second = await open();
    expect([second.wasRecreated, await second.count()]).toEqual([false, buildLibrary().length]);
    expect(await foundIn(second, '')).toHaveLength(7);
  });

  it('takes an index for missing when the server has lost its data, and fills it again', async () => {
    const index = await open();
    await index.rebuild(oneByOne(buildLibrary()));
    meili.loseData();
    expect(await index.isSound()).toBe(false);
    expect(await index.rebuild(oneByOne(buildLibrary()))).toBe(buildLibrary().length);
    expect(await index.isSound()).toBe(true);
  });

  it('takes an index for cut short when data was lost while it was made', async () => {
    const index = await open();
    async function* losing() {
      yield buildLibrary();
      meili.loseData();
      yield [buildDocument({ key: 'case:after', title: 'Afterwards' })];
    }
    await expect(index.rebuild(losing())).rejects.toMatchObject({ code: 'search/unavailable' });
    expect(await index.isSound()).toBe(false);
    await index.rebuild(oneByOne(buildLibrary()));
    expect(await foundIn(index, 'rainwater')).toEqual(['case:rain']);
  });

  it('sends a thousand documents at once, however they come', async () => {
    const index = await open();
    const many = Array.from({ length: 2_500 }, (_, at) => buildDocument({ key: `case:${at}` }));
    expect(await index.rebuild(oneByOne(many))).toBe(2_500);
    expect(meili.tasksOf('documentAdditionOrUpdate')).toBeLessThanOrEqual(5);
  });

  it('asks for every word, also after the tenth', async () => {
    const index = await open();
    const ten = 'one two three four five six seven eight nine ten';
    await index.put([
      buildDocument({ key: 'case:ten', title: ten }),
      buildDocument({ key: 'case:twelve', text: `${ten} eleven twelve` }),
    ]);
    await index.settled();
    expect(await foundIn(index, ten)).toHaveLength(2);
    expect(await foundIn(index, `${ten} eleven twel`)).toEqual(['case:twelve']);
    expect(await foundIn(index, `${ten} eleven thirteen`)).toEqual([]);
    expect(await foundIn(index, `none ${ten} twelve`)).toEqual([]);
  });

  it('keeps two communities on one server apart', async () => {
    const [one, other] = [await open('one'), await open('other')];
    await one.rebuild(oneByOne(buildLibrary()));
    expect([await one.count(), await other.count()]).toEqual([buildLibrary().length, 0]);
  });

  it('refuses at once while the server is away, and answers when it is back', async () => {
    const index = await open();
    await index.rebuild(oneByOne(buildLibrary()));
    await meili.become('hangs');
    const begun = performance.now();
    for (let times = 0; times < 20; times++) {
      await expect(foundIn(index, 'rain')).rejects.toMatchObject({ code: 'search/unavailable' });
    }
    expect(performance.now() - begun).toBeLessThan(3_000);
    await expect(index.put(buildLibrary())).rejects.toMatchObject({ code: 'search/unavailable' });
    await meili.become('answers');
    await until('it is seen to be back', () => index.answers());
    expect(await foundIn(index, 'rainwater')).toEqual(['case:rain']);
  });
});
