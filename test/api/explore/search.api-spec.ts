import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseView } from '../../../libs/cases/index.js';
import type { ThreadView } from '../../../libs/discussions/index.js';
import type { SearchView, SuggestView } from '../../../libs/explore/index.js';
import { type TestClient, TestServer } from '../test-server.js';
import { createDraft, publishCase } from './case-builder.js';

describe('searching', () => {
  let server: TestServer;
  let amina: TestClient;
  let visitor: TestClient;
  let published: CaseView;
  let draft: CaseView;

  const find = (query: string, client = visitor, headers?: Record<string, string>) =>
    client.get<SearchView>(`/api/v1/search?${query}`, headers);
  const titleOf = ({ title }: SearchView['hits'][number]) => title.map(({ text }) => text).join('');

  beforeAll(async () => {
    server = await TestServer.start();
    amina = await server.member('Amina Mohamud');
    visitor = server.visitor();
    published = await publishCase(amina, { title: 'Water turns at the lowermost gate' });
    await publishCase(amina, {
      title: 'Seed banks kept by schools',
      lang: 'es',
      countries: [{ country: 'PER', role: 'location' }],
      themes: ['water'],
      targets: ['2.4'],
      startYear: 2019,
      endYear: 2019,
    });
    draft = await createDraft(amina, { title: 'Unfinished notes on lowermost gates' });
    await amina.post('/api/v1/threads', {
      about: `case:${published.id}`,
      title: 'Who writes on the board?',
      body: 'At our lowermost gate the tail-enders do.',
    });
    await server.settled();
  });

  afterAll(() => server.stop());

  it('finds cases and discussions by their words, with the words marked', async () => {
    const { body } = await find('q=lowermost+gate');
    expect(body.hits.map(({ type }) => type).sort()).toEqual(['case', 'thread']);
    const hit = body.hits.find(({ type }) => type === 'case')!;
    expect(hit.title.filter(({ marked }) => marked).map(({ text }) => text)).toEqual(['lowermost', 'gate']);
    expect(hit).toMatchObject({ key: `case:${published.id}`, url: published.url, lang: 'en' });
    expect(body).toMatchObject({ total: 2, corrected: {}, nextCursor: null });
  });

  it('forgives a typo and says what it used instead', async () => {
    const { body } = await find('q=lowremost');
    expect(body.corrected).toEqual({ lowremost: 'lowermost' });
    expect(body.hits.map(({ key }) => key)).toContain(`case:${published.id}`);
  });

  it('shows a draft to its author alone', async () => {
    expect((await find('q=unfinished')).body.total).toBe(0);
    const jose = await server.member('José Ramírez');
    expect((await find('q=unfinished', jose)).body.total).toBe(0);
    expect((await find('q=unfinished', amina)).body.hits[0]?.key).toBe(`case:${draft.id}`);
  });

  it('takes several values of a filter as alternatives, repeated or joined by commas', async () => {
    const one = await find('type=case&country=PER');
    expect(one.body.hits.map(titleOf)).toEqual(['Seed banks kept by schools']);
    expect((await find('type=case&country=PER&country=TJK')).body.total).toBe(2);
    expect((await find('type=case&country=PER,TJK')).body.total).toBe(2);
    expect((await find('type=case&country=PER,TJK&year=2019')).body.total).toBe(1);
    expect((await find('type=case&lang=es')).body.hits.map(titleOf)).toEqual(['Seed banks kept by schools']);
  });

  it('names the values of filters in the language of the reader', async () => {
    const { body } = await find('type=case', visitor, { 'accept-language': 'fr' });
    expect(body.facets.country).toContainEqual({ value: 'PER', label: 'Pérou', count: 1 });
    expect(body.facets.theme).toContainEqual({ value: 'irrigation', label: 'Irrigation', count: 1 });
    expect(body.facets.lang).toContainEqual({ value: 'es', label: 'Español', count: 1 });
    expect(body.facets.sdg).toContainEqual({
      value: '2',
      label: 'ODD 2\u00a0: Faim «\u00a0zéro\u00a0»',
      count: 1,
    });
    expect(body.facets.type?.find(({ value }) => value === 'case')?.label).toBe('Cas');
  });

  it('keeps a chosen value in sight even when nothing has it', async () => {
    const { body } = await find('q=lowermost&country=FJI');
    expect(body.total).toBe(0);
    expect(body.facets.country).toContainEqual({ value: 'FJI', label: 'Fiji', count: 0 });
  });

  it('goes on page by page, each hit once', async () => {
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { body }: { body: SearchView } = await find(
        `type=case,thread&limit=1${cursor && `&cursor=${cursor}`}`,
      );
      seen.push(...body.hits.map(({ key }) => key));
      cursor = body.nextCursor;
    }
    expect(new Set(seen).size).toBe(3);
    expect(seen).toHaveLength(3);
  });

  it('bears whatever is typed', async () => {
    const hostile = [
      '"',
      "' OR 1=1 --",
      'NEAR(a b) AND *',
      '\u0000\u202e',
      '<script>alert(1)</script>',
      '%F0%9F%92%A9 ((((',
      'x'.repeat(5000),
    ];
    for (const q of hostile) {
      const answer = await find(`q=${encodeURIComponent(q)}&theme=${encodeURIComponent(q.slice(0, 50))}`);
      expect([q.slice(0, 20), answer.status]).toEqual([q.slice(0, 20), 200]);
    }
    expect((await find('offset=-1')).status).toBe(400);
    expect((await find('limit=1000')).status).toBe(400);
    expect((await find(`country=${Array.from({ length: 30 }, (_, index) => index).join(',')}`)).status).toBe(
      400,
    );
  });

  describe('across languages', () => {
    let riego: CaseView;
    let discussion: string;

    beforeAll(async () => {
      riego = await publishCase(amina, {
        lang: 'es',
        title: 'Los turnos se acuerdan en la plaza',
        summary: 'Cada barrio sabe a qué hora abre su compuerta, y nadie la abre antes.',
        context: 'Antes cada noche se discutía en la acequia.',
        approach: 'Una directiva elegida anuncia los turnos el domingo.',
        whatWorked: 'Las discusiones casi desaparecieron.',
        whatDidNot: 'En años secos algunos abren de noche.',
        results: [],
        countries: [{ country: 'BOL', role: 'location' }],
        themes: ['water'],
        targets: ['6.4'],
      });
      const thread = await amina.post<ThreadView>('/api/v1/threads', {
        about: `case:${riego.id}`,
        title: '¿Quién anuncia los turnos?',
        body: 'En mi barrio es siempre la directiva.',
        lang: 'es',
      });
      discussion = thread.body.id;
      await server.settled();
    });

    it.each([
      ['water', 'English'],
      ['eau', 'French'],
      ['água', 'Portuguese'],
      ['вода', 'Russian'],
      ['المياه', 'Arabic'],
      ['水', 'Chinese'],
      ['Bolivia', 'English'],
      ['玻利维亚', 'Chinese'],
      ['saneamiento', 'Spanish'],
    ])('finds a Spanish case and its discussion by %s, %s for what it is filed under', async (word) => {
      const { body } = await find(`q=${encodeURIComponent(word)}&type=case,thread&limit=50`);
      const keys = body.hits.map(({ key }) => key);
      expect(keys).toContain(`case:${riego.id}`);
      expect(body.hits.some((hit) => titleOf(hit) === '¿Quién anuncia los turnos?')).toBe(true);
    });

    it('finds nothing by a language in which nothing is named', async () => {
      expect((await find('q=Wasserwirtschaft')).body.total).toBe(0);
    });

    it('finds replies by their own words alone', async () => {
      await amina.post(`/api/v1/threads/${discussion}/posts`, { body: 'La lista cuelga en la escuela.' });
      await server.settled();
      expect((await find('q=water&type=post&country=BOL')).body.total).toBe(0);
      expect((await find('q=escuela&type=post&country=BOL')).body.total).toBe(1);
    });

    it('shows no words that nobody wrote', async () => {
      const { body } = await find('q=water&type=case&country=BOL');
      expect(body.hits.map(({ key }) => key)).toEqual([`case:${riego.id}`]);
      const [hit] = body.hits;
      expect(hit!.snippet.map(({ text }) => text).join('')).toMatch(/^Cada barrio sabe/);
      expect([...hit!.title, ...hit!.snippet].some(({ marked }) => marked)).toBe(false);
      expect(JSON.stringify(hit)).not.toMatch(/saneamiento/);
    });

    it('puts what people wrote before what it is filed under, but a name before all', async () => {
      const { body } = await find('q=Bolivia+agua&limit=50');
      expect(body.hits[0]?.type).toMatch(/^(case|thread)$/);
      const types = (await find('q=water&limit=50')).body.hits.map(({ type }) => type);
      expect(types.slice(0, 1)).toEqual(['case']);
      expect(types).toContain('sdg');
      for (const name of ['Peru', 'Перу', '秘鲁', 'Pérou']) {
        expect((await find(`q=${encodeURIComponent(name)}`)).body.hits[0]?.key).toBe('country:PER');
      }
    });

    it('filters discussions by language and by the broader theme', async () => {
      const { body } = await find('type=thread&lang=es&theme=water');
      expect(body.hits.map(titleOf)).toEqual(['¿Quién anuncia los turnos?']);
    });
  });

  it('suggests the first hits while someone types, nothing for nothing', async () => {
    const { body } = await visitor.get<SuggestView>('/api/v1/search/suggestions?q=lowerm');
    expect(body.hits.map(({ key }) => key)).toContain(`case:${published.id}`);
    expect((await visitor.get<SuggestView>('/api/v1/search/suggestions?q=')).body.hits).toEqual([]);
  });
});
