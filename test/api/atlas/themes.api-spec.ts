import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ThemeSummaryView, ThemeView } from '../../../libs/atlas/index.js';
import { AtlasNames, type Listing, LoadReference } from '../../../libs/atlas/index.js';
import { Graph, writeQuery } from '../../../libs/platform/graph/graph.js';
import { OperationRunner } from '../../../libs/platform/operations/operation-runner.js';
import { SearchIndex } from '../../../libs/platform/search/search-index.js';
import { type TestClient, TestServer } from '../test-server.js';

interface ProblemBody {
  code: string;
  data?: Record<string, unknown>;
}

describe('themes', () => {
  let server: TestServer;
  let administrator: TestClient;
  let member: TestClient;

  beforeAll(async () => {
    server = await TestServer.start();
    administrator = await server.member('Rosa Quispe');
    member = await server.member('José Ramírez');
    await server.app
      .get(OperationRunner)
      .run(
        'identity.grant-role',
        { email: administrator.person.email, role: 'administrator' },
        () => undefined,
      );
  });

  afterAll(() => server.stop());

  const show = async (code: string, query = '') =>
    (await member.get<ThemeView>(`/api/v1/themes/${code}${query}`)).body;
  const add = (client: TestClient, body: object) =>
    client.post<ThemeView & ProblemBody>('/api/v1/themes', body);
  const change = (client: TestClient, code: string, body: object) =>
    client.patch<ThemeView & ProblemBody>(`/api/v1/themes/${code}`, body);
  const found = async (q: string) => {
    await server.settled();
    const answer = await server.app
      .get(SearchIndex)
      .search({ q, audiences: ['public'], filters: { type: ['theme'] } });
    return answer.hits.map(({ key }) => key);
  };
  const loadAnew = async () => {
    const forget = writeQuery<Record<string, never>, { id: string }>(
      'test/forget-load',
      "MATCH (l:ReferenceLoad {id: 'atlas'}) SET l.digest = 'old' RETURN l.id AS id",
    );
    await server.app.get(Graph).write((tx) => tx.run(forget, {}));
    return server.app.get(LoadReference).execute();
  };

  it('stand in a tree, each before its narrower ones', async () => {
    const { items } = (await member.get<Listing<ThemeSummaryView>>('/api/v1/themes')).body;
    const water = items.findIndex(({ code }) => code === 'water');
    expect(items[water]).toMatchObject({ depth: 0, parent: null });
    expect(items[water + 1]).toMatchObject({ depth: 1, parent: 'water' });
    expect(await show('irrigation', '?lang=es')).toMatchObject({
      name: 'Riego',
      broader: [{ code: 'water', name: 'Agua y saneamiento' }],
      sdgs: [{ code: '2' }, { code: '6' }],
      permissions: { edit: false },
    });
  });

  it('are changed by administrators only', async () => {
    const theme = { names: { en: 'Fog harvesting' } };
    expect((await add(server.visitor(), theme)).status).toBe(401);
    const refused = await add(member, theme);
    expect([refused.status, refused.body.code]).toEqual([403, 'access/forbidden']);
    expect((await change(member, 'irrigation', { names: { en: 'Mine' } })).status).toBe(403);
    expect((await member.delete('/api/v1/themes/irrigation')).status).toBe(403);
    expect((await show('irrigation')).names.en).toBe('Irrigation');
  });

  it('are added under a broader one, and named in English where a language has no name', async () => {
    const added = await add(administrator, {
      names: { en: 'Fog harvesting', es: 'Captación de niebla' },
      parent: 'water',
      sdgs: ['6', '13'],
    });
    expect(added.status).toBe(201);
    expect(added.body).toMatchObject({
      code: 'fog-harvesting',
      url: '/themes/fog-harvesting',
      broader: [{ code: 'water' }],
      sdgs: [{ code: '6' }, { code: '13' }],
      permissions: { edit: true },
    });
    expect((await show('fog-harvesting', '?lang=es')).name).toBe('Captación de niebla');
    expect((await show('fog-harvesting', '?lang=ru')).name).toBe('Fog harvesting');
    expect(await found('niebla')).toEqual(['theme:fog-harvesting']);
    const again = await add(administrator, { names: { en: 'Fog harvesting' } });
    expect([again.status, again.body.code]).toEqual([409, 'atlas/theme-exists']);
  });

  it('are renamed and moved, at once and for good', async () => {
    const answer = await change(administrator, 'irrigation', {
      names: { fr: 'Irrigation paysanne' },
      parent: 'fog-harvesting',
    });
    expect(answer.body).toMatchObject({
      names: { en: 'Irrigation', fr: 'Irrigation paysanne' },
      broader: [{ code: 'fog-harvesting' }, { code: 'water' }],
    });
    expect(server.app.get(AtlasNames).nameOf('theme:irrigation', 'fr')).toBe('Irrigation paysanne');
    expect(await loadAnew()).toEqual({ changed: true });
    expect(await show('irrigation', '?lang=fr')).toMatchObject({
      name: 'Irrigation paysanne',
      broader: [{ code: 'fog-harvesting' }, { code: 'water' }],
      sdgs: [{ code: '2' }, { code: '6' }],
    });
    expect(await found('paysanne')).toEqual(['theme:irrigation']);
  });

  it('cannot stand under themselves, nor under what is not there', async () => {
    expect((await change(administrator, 'water', { parent: 'irrigation' })).body).toMatchObject({
      code: 'atlas/theme-under-itself',
      errors: [{ field: 'parent' }],
    });
    expect((await change(administrator, 'water', { parent: 'nothing' })).body.code).toBe(
      'atlas/unknown-theme',
    );
    expect((await change(administrator, 'nothing', { parent: null })).status).toBe(404);
    expect((await change(administrator, 'water', { names: { tlh: 'bIQ' } })).status).toBe(400);
    expect((await add(administrator, { names: { en: '水' } })).body.code).toBe('atlas/theme-without-code');
  });

  it('are removed only when nothing uses them, and do not come back', async () => {
    const used = await administrator.delete<ProblemBody>('/api/v1/themes/fog-harvesting');
    expect([used.status, used.body.code, used.body.data]).toEqual([409, 'atlas/theme-in-use', { uses: 1 }]);
    expect((await administrator.delete('/api/v1/themes/drinking-water')).status).toBe(204);
    await loadAnew();
    expect((await member.get('/api/v1/themes/drinking-water')).status).toBe(404);
    expect((await member.get('/api/v1/themes/transboundary-waters')).status).toBe(200);
    expect(await found('Питьевая вода')).not.toContain('theme:drinking-water');
  });
});
