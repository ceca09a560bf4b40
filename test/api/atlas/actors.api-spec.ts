import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ActorSummaryView, type ActorView, EnsureActor } from '../../../libs/atlas/index.js';
import { Graph } from '../../../libs/platform/graph/graph.js';
import type { Page } from '../../../libs/platform/graph/page.js';
import { SearchIndex } from '../../../libs/platform/search/search-index.js';
import { type TestClient, TestServer } from '../test-server.js';

interface ProblemBody {
  code: string;
  data?: Record<string, unknown>;
  errors?: { field: string }[];
}

describe('actors', () => {
  let server: TestServer;
  let amina: TestClient;
  let jose: TestClient;
  let union: ActorView;

  beforeAll(async () => {
    server = await TestServer.start();
    amina = await server.member('Amina Mohamud');
    jose = await server.member('José Ramírez');
    union = (
      await add(amina, {
        name: 'Unión de Usuarios del Río Seco',
        type: 'community-organisation',
        country: 'pe',
      })
    ).body;
  });

  afterAll(() => server.stop());

  const add = (client: TestClient, body: object) =>
    client.post<ActorView & ProblemBody>('/api/v1/actors', body);
  const list = async (query: string) =>
    (await jose.get<Page<ActorSummaryView>>(`/api/v1/actors?${query}`)).body;
  const ensure = (name: string, country?: string) =>
    server.app
      .get(Graph)
      .write((tx) => server.app.get(EnsureActor).execute(tx, { name, country, source: 'import:test' }));

  it('are added by members, and described in the language of the reader', async () => {
    expect(union).toMatchObject({
      name: 'Unión de Usuarios del Río Seco',
      country: { code: 'PER', name: 'Peru', url: '/countries/PER' },
      permissions: { change: true },
    });
    const seen = await server.visitor().get<ActorView>(`/api/v1/actors/${union.id}?lang=fr`);
    expect(seen.body).toMatchObject({
      type: { code: 'community-organisation', name: 'Organisation communautaire' },
      country: { name: 'Pérou' },
      linked: { country: 1 },
      permissions: { change: false },
    });
    expect((await add(server.visitor(), { name: 'Nobody' })).status).toBe(401);
  });

  it('are one when name and country are, whatever the accents', async () => {
    const again = await add(jose, { name: 'UNION DE USUARIOS DEL RIO SECO', country: 'PER' });
    expect([again.status, again.body.code, again.body.data]).toEqual([
      409,
      'atlas/actor-exists',
      { id: union.id, url: union.url },
    ]);
    expect(await ensure('unión de usuarios, del Río Seco', 'PER')).toMatchObject({
      id: union.id,
      created: false,
    });
    const elsewhere = await ensure('Unión de Usuarios del Río Seco', 'BOL');
    expect(elsewhere.created).toBe(true);
    const many = await Promise.all(Array.from({ length: 10 }, () => ensure('Ministry of Water')));
    expect(new Set(many.map(({ id }) => id)).size).toBe(1);
  });

  it('need a name, a country of ISO 3166-1 and a known kind', async () => {
    expect((await add(jose, { name: '  ' })).status).toBe(400);
    const nowhere = await add(jose, { name: 'Ministry', country: 'XKX' });
    expect(nowhere.body).toMatchObject({ code: 'atlas/unknown-country', errors: [{ field: 'country' }] });
    expect((await add(jose, { name: 'Ministry', type: 'cabal' })).status).toBe(400);
    await expect(ensure(' \u0000 ')).rejects.toThrow('atlas/actor-without-name');
  });

  it('are changed by who added them and by stewards', async () => {
    const change = (client: TestClient, body: object) =>
      client.patch<ActorView & ProblemBody>(`/api/v1/actors/${union.id}`, body);
    expect((await change(jose, { name: 'Mine' })).status).toBe(403);
    expect((await change(server.visitor(), { name: 'Mine' })).status).toBe(401);
    const taken = await change(amina, { country: 'BOL' });
    expect([taken.status, taken.body.code]).toEqual([409, 'atlas/actor-exists']);
    const changed = await change(amina, { name: 'Unión del Río Seco y Verde', country: 'ECU' });
    expect(changed.body).toMatchObject({
      name: 'Unión del Río Seco y Verde',
      type: { code: 'community-organisation' },
      country: { code: 'ECU' },
      linked: { country: 1 },
    });
    expect((await amina.patch('/api/v1/actors/nothing', { name: 'x' })).status).toBe(404);
  });

  it('are listed page by page, by country and by the beginning of the name', async () => {
    for (const name of ['Agência Água Viva', 'Agence des oasis', 'Ágora Común']) {
      expect((await add(jose, { name, country: 'MAR' })).status).toBe(201);
    }
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: Page<ActorSummaryView> = await list(`limit=2&cursor=${cursor}`);
      seen.push(...page.items.map(({ name }) => name));
      cursor = page.nextCursor;
    }
    expect(seen.slice(0, 3)).toEqual(['Ágora Común', 'Agence des oasis', 'Agência Água Viva']);
    expect(new Set(seen).size).toBe(6);
    expect((await list('country=ma')).items).toHaveLength(3);
    expect((await list('q=AGÊN')).items.map(({ name }) => name)).toEqual([
      'Agence des oasis',
      'Agência Água Viva',
    ]);
    expect((await jose.get('/api/v1/actors?country=XKX')).status).toBe(400);
    expect((await jose.get('/api/v1/actors/nothing')).status).toBe(404);
  });

  it('are found in the search index under their name as it is now', async () => {
    await server.settled();
    const search = (q: string, type: string) =>
      server.app.get(SearchIndex).search({ q, audiences: ['public'], filters: { type: [type] } });
    const verde = await search('rio seco verde', 'actor');
    expect(verde.hits[0]).toMatchObject({ key: union.key, facets: { country: ['ECU'] } });
    expect((await search('Allemagne', 'country')).hits[0]?.key).toBe('country:DEU');
    expect((await search('water scarcity', 'sdg')).hits[0]?.key).toBe('sdg:6');
    expect((await search('least developed', 'group')).hits[0]?.key).toBe('group:ldc');
  });
});
