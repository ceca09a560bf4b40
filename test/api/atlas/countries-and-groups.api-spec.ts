import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  CountrySummaryView,
  CountryView,
  GroupView,
  Listing,
  RegionView,
  SdgView,
} from '../../../libs/atlas/index.js';
import { LoadReference } from '../../../libs/atlas/index.js';
import { ListLinked } from '../../../libs/platform/entities/list-linked.use-case.js';
import { Graph, readQuery } from '../../../libs/platform/graph/graph.js';
import { type TestClient, TestServer } from '../test-server.js';

interface ProblemBody {
  code: string;
  errors?: { field: string; code: string; message: string }[];
}

describe('the reference data of the atlas', () => {
  let server: TestServer;
  let visitor: TestClient;

  beforeAll(async () => {
    server = await TestServer.start();
    visitor = server.visitor();
  });

  afterAll(() => server.stop());

  const group = async (path: string) => (await visitor.get<GroupView>(`/api/v1/groups/${path}`)).body;
  const codesOf = (members: GroupView['members']) => members.map(({ country }) => country?.code);

  describe('countries', () => {
    it('are those of ISO 3166-1, in the order and with the names of the language', async () => {
      const { body } = await visitor.get<Listing<CountrySummaryView>>('/api/v1/countries?lang=es');
      expect(body.items).toHaveLength(249);
      expect(body.items[0]).toMatchObject({ code: 'AFG', name: 'Afganistán', subregion: '034' });
      const bolivia = body.items.find(({ code }) => code === 'BOL');
      expect(bolivia?.groups).toEqual(expect.arrayContaining(['lldc', 'segib', 'un']));
    });

    it('are found by either ISO code in any case', async () => {
      const byAlpha3 = await visitor.get<CountryView>('/api/v1/countries/PER');
      expect((await visitor.get<CountryView>('/api/v1/countries/pe')).body).toEqual(byAlpha3.body);
      expect(byAlpha3.body).toMatchObject({
        key: 'country:PER',
        url: '/countries/PER',
        names: { ru: 'Перу' },
        incomeGroup: { code: 'UMC' },
      });
      expect(byAlpha3.body.regions.map(({ code }) => code)).toEqual(['005', '419', '019', '001']);
    });

    it('tell what they belonged to and when', async () => {
      const { body } = await visitor.get<CountryView>('/api/v1/countries/BTN');
      const ldc = body.memberships.find((membership) => membership.group.code === 'ldc');
      expect(ldc).toMatchObject({ from: '1971-11-18', to: '2023-12-13', current: false });
      expect(body.groups).not.toContain('ldc');
    });

    it('answer 404 when ISO has no such code', async () => {
      expect((await visitor.get('/api/v1/countries/XKX')).status).toBe(404);
      expect((await visitor.get('/api/v1/countries/Peru')).status).toBe(404);
    });

    it('answer in the language that the browser asks for', async () => {
      const answer = await visitor.get<CountryView>('/api/v1/countries/DEU', { 'accept-language': 'ar' });
      expect(answer.body.name).toBe('ألمانيا');
      expect((await visitor.get('/api/v1/countries/DEU?lang=tlh')).status).toBe(400);
    });
  });

  describe('groups', () => {
    it('count the 193 members of the United Nations', async () => {
      expect((await group('un')).members).toHaveLength(193);
    });

    it('differ by the day asked for', async () => {
      const size = async (on: string) => (await group(`ldc?on=${on}`)).members.length;
      expect(await size('1970-01-01')).toBe(0);
      expect(codesOf((await group('ldc?on=2023-12-12')).members)).toContain('BTN');
      expect(codesOf((await group('ldc?on=2023-12-13')).members)).not.toContain('BTN');
      expect((await size('2023-12-12')) - (await size('2023-12-13'))).toBe(1);
    });

    it('tell since when, until when and by which source', async () => {
      const { on, members } = await group('ldc?on=2020-02-29');
      expect(on).toBe('2020-02-29');
      const bhutan = members.find(({ country }) => country?.code === 'BTN');
      expect(bhutan).toMatchObject({ status: 'member', from: '1971-11-18', to: '2023-12-13' });
      expect(bhutan?.source).toMatch(/^https?:/);
    });

    it('name organisations that are members themselves', async () => {
      const { members } = await group('g20');
      expect(members.map(({ organisation }) => organisation).filter(Boolean)).toContain('EU');
    });

    it('refuse days that do not exist, in words', async () => {
      for (const on of ['2023-02-30', '2023-13-01', 'yesterday', '2023-1-1']) {
        const answer = await visitor.get<ProblemBody>(`/api/v1/groups/ldc?on=${on}&lang=fr`);
        expect(answer.status).toBe(400);
        expect(answer.body.errors).toEqual([
          {
            field: 'on',
            code: 'atlas/not-a-day',
            message: 'Ce jour n’existe pas. Écrivez-le sous la forme AAAA-MM-JJ.',
          },
        ]);
      }
      expect((await visitor.get('/api/v1/groups/atlantis')).status).toBe(404);
    });
  });

  it('shows a region with what lies in it', async () => {
    const { body } = await visitor.get<RegionView>('/api/v1/regions/419?lang=pt');
    expect(body.regions.map(({ name }) => name)).toContain('América do Sul');
    expect(body.countries.map(({ code }) => code)).toContain('PER');
    expect((await visitor.get('/api/v1/regions/999')).status).toBe(404);
  });

  it('shows a goal with its targets and themes', async () => {
    const { body } = await visitor.get<SdgView>('/api/v1/sdgs/6?lang=fr');
    expect(body).toMatchObject({ name: 'Eau propre et assainissement', color: '#26BDE2' });
    expect(body.targets.map(({ code }) => code)).toEqual([
      '6.1',
      '6.2',
      '6.3',
      '6.4',
      '6.5',
      '6.6',
      '6.a',
      '6.b',
    ]);
    expect(body.themes.map(({ code }) => code)).toContain('irrigation');
    expect(body.linked.target).toBe(8);
    expect((await visitor.get('/api/v1/sdgs/18')).status).toBe(404);
  });

  it('lists sectors and modalities', async () => {
    const sectors = await visitor.get<Listing<{ code: string; parent: string }>>('/api/v1/sectors');
    expect(sectors.body.items.find(({ code }) => code === '14030')).toMatchObject({ parent: '140' });
    const modalities = await visitor.get<Listing<{ code: string }>>('/api/v1/modalities?lang=zh');
    expect(modalities.body.items).toContainEqual({
      code: 'triangular',
      name: '三方',
      url: '/explore?modality=triangular',
    });
  });

  describe('in the graph', () => {
    const read = <Row>(text: string) =>
      server.app.get(Graph).read(readQuery<Record<string, never>, Row>('test/look', text), {});

    it('is loaded once', async () => {
      expect(await server.app.get(LoadReference).execute()).toEqual({ changed: false });
      expect(
        await read("MATCH (n:Entity {key: 'country:PER'}) RETURN n.title AS title, n.iso2 AS iso2"),
      ).toEqual([{ title: 'Peru', iso2: 'PE' }]);
    });

    it('has memberships with their days and sources', async () => {
      const rows = await read<{ from: string; to: string; source: string }>(
        `MATCH (c:Country {code: 'BTN'})-[m:MEMBER_OF]->(g:CountryGroup)
         WHERE g.code = 'ldc'
         RETURN m.from AS from, m.to AS to, m.source AS source`,
      );
      expect(rows).toEqual([{ from: '1971-11-18', to: '2023-12-13', source: 'reference:groups/ldc' }]);
    });

    it('tells what is linked to a thing, each once with its relations, page by page', async () => {
      const listLinked = server.app.get(ListLinked);
      const first = await listLinked.execute('country:PER', { limit: 3 });
      const rest = await listLinked.execute('country:PER', { limit: 50, cursor: first.nextCursor ?? '' });
      const keys = [...first.items, ...rest.items].map(({ key }) => key);
      expect(keys).toHaveLength(6);
      expect(new Set(keys)).toEqual(
        new Set(['group:un', 'group:g77', 'group:mercosur', 'group:segib', 'income:UMC', 'region:005']),
      );
      const { items } = await listLinked.execute('country:PER', { type: 'region' });
      expect(items).toMatchObject([{ key: 'region:005', relations: [{ name: 'PART_OF', outgoing: true }] }]);
      expect(await listLinked.execute('country:NOWHERE')).toEqual({ items: [], nextCursor: null });
    });
  });
});
