import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type CaseCardView,
  type CaseFeatures,
  ListCases,
  ReadCaseFeatures,
} from '../../../libs/cases/index.js';
import { SearchIndex } from '../../../libs/platform/search/search-index.js';
import { type TestClient, TestServer } from '../test-server.js';
import { buildCaseBody } from './case-bodies.js';

interface CaseList {
  items: CaseCardView[];
  nextCursor: string | null;
}

describe('listing cases', () => {
  let server: TestServer;
  let amina: TestClient;

  beforeAll(async () => {
    server = await TestServer.start();
    amina = await server.member('Amina Mohamud');
    const bodies = [
      { title: 'Canals', themes: ['irrigation'], targets: ['6.4'], modality: 'bilateral' },
      {
        title: 'Clinics',
        themes: ['primary-health-care'],
        targets: ['3.8'],
        modality: 'triangular',
        countries: [{ country: 'KEN', role: 'pivotal' }],
        actors: [{ name: 'Afya Jirani', country: 'KEN', type: 'ngo', role: 'implementer' }],
      },
      {
        title: 'Wells',
        themes: ['drinking-water'],
        targets: ['6'],
        modality: null,
        countries: [{ country: 'KEN', role: 'both' }],
      },
      { title: 'Draft wells', themes: ['drinking-water'], publish: false },
    ];
    for (const body of bodies) {
      const answer = await amina.post('/api/v1/cases', buildCaseBody({ publish: true, ...body }));
      expect(answer.status).toBe(201);
    }
  });

  afterAll(() => server.stop());

  const list = (query = '') => server.visitor().get<CaseList>(`/api/v1/cases${query}`);
  const titles = async (query = '') => (await list(query)).body.items.map(({ title }) => title);

  it('shows published cases, the newest first', async () => {
    expect(await titles()).toEqual(['Wells', 'Clinics', 'Canals']);
  });

  it('filters by country, theme, goal, modality and actor, by code or key', async () => {
    expect(await titles('?country=KEN')).toEqual(['Wells', 'Clinics']);
    expect(await titles('?country=country:KEN&sdg=6')).toEqual(['Wells']);
    expect(await titles('?sdg=sdg:6')).toEqual(['Wells', 'Canals']);
    expect(await titles('?modality=triangular')).toEqual(['Clinics']);
    expect(await titles('?country=KEN&modality=bilateral')).toEqual([]);
    const [clinics] = (await list('?modality=triangular')).body.items;
    const shown = await server.visitor().get<{ actors: { key: string }[] }>(`/api/v1/cases/${clinics?.id}`);
    expect(await titles(`?actor=${shown.body.actors[0]?.key}`)).toEqual(['Clinics']);
    expect(await titles('?country=ATL')).toEqual([]);
  });

  it('finds the cases of sub-themes under their theme', async () => {
    expect(await titles('?theme=water')).toEqual(['Wells', 'Canals']);
    expect(await titles('?theme=irrigation')).toEqual(['Canals']);
    expect(await titles('?theme=water&country=KEN')).toEqual(['Wells']);
  });

  it('goes page by page without losing or repeating one', async () => {
    for (const filter of ['', 'sdg=6&', 'theme=water&country=KGZ&']) {
      const whole = await titles(`?${filter}`);
      const paged: string[] = [];
      for (let cursor = ''; ; ) {
        const { body } = await list(`?${filter}limit=1${cursor && `&cursor=${cursor}`}`);
        paged.push(...body.items.map(({ title }) => title));
        if (body.nextCursor === null) break;
        cursor = body.nextCursor;
      }
      expect(paged).toEqual(whole);
    }
    expect((await list('?cursor=nonsense')).status).toBe(400);
    expect((await list('?limit=1000')).status).toBe(400);
  });

  it('gives other rooms the cases of anything, and what can be compared', async () => {
    const linked = await server.app.get(ListCases).linkedTo(`person:${amina.person.id}`, { limit: 10 });
    expect(linked.items.map(({ title }) => title)).toEqual(['Wells', 'Clinics', 'Canals']);
    const features: CaseFeatures[] = [];
    for await (const batch of server.app.get(ReadCaseFeatures).all()) features.push(...batch);
    expect(features.map(({ title }) => title)).toEqual(['Canals', 'Clinics', 'Wells']);
    expect(features[1]).toMatchObject({
      themes: ['primary-health-care'],
      goals: ['3'],
      targets: ['3.8'],
      modality: 'triangular',
      countries: [{ iso3: 'KEN', role: 'pivotal' }],
      actors: [{ type: 'ngo', role: 'implementer' }],
      startYear: 2021,
      reports: {
        context: true,
        approach: false,
        whatWorked: true,
        whatDidNot: true,
        results: false,
        inputs: false,
      },
    });
  });

  it('puts cases into the search index with their facets', async () => {
    await server.settled();
    const answer = await server.app.get(SearchIndex).search({
      q: 'silted',
      audiences: ['public'],
      filters: { type: ['case'], theme: ['water'] },
      facets: ['country', 'year', 'sdg'],
    });
    expect(answer.total).toBe(2);
    const values = (name: string) => answer.facets[name]?.map(({ value }) => value).sort();
    expect(values('country')).toEqual(['KEN', 'KGZ', 'TJK']);
    expect(values('year')).toEqual(['2021', '2022', '2023', '2024']);
    expect(values('sdg')).toEqual(['6']);
  });
});
