import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseView } from '../../../libs/cases/index.js';
import { newId } from '../../../libs/platform/ids/new-id.js';
import { type TestClient, TestServer } from '../test-server.js';
import { buildCaseBody, type ProblemBody } from './case-bodies.js';

const INJECTIONS = [
  `'; MATCH (n) DETACH DELETE n; //`,
  `"}) DETACH DELETE n //`,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a template of others, to be kept as text
  '${process.exit(1)} {{7*7}} $title',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '\\u0027 OR 1=1 -- `Case`',
];

describe('writing down a case', () => {
  let server: TestServer;
  let gulnara: TestClient;

  beforeAll(async () => {
    server = await TestServer.start();
    gulnara = await server.member('Gulnara Asanova');
  });

  afterAll(() => server.stop());

  const create = (client: TestClient, changes: Record<string, unknown> = {}) =>
    client.post<CaseView>('/api/v1/cases', buildCaseBody(changes));
  const refuse = async (changes: Record<string, unknown>) => {
    const answer = await gulnara.post<ProblemBody>('/api/v1/cases', buildCaseBody(changes));
    expect(answer.status).toBe(400);
    return answer.body;
  };

  it('keeps what was sent, with everything it is linked to', async () => {
    const answer = await create(gulnara, {
      publish: true,
      results: [{ what: 'Disputes in court', value: '11', baseline: '26', confidence: 'high' }],
      inputs: { money: { amount: 64000, currency: 'USD', year: 2022 }, expertDays: 140 },
      actors: [
        { name: 'Chon-Aryk Federation', type: 'community-organisation', country: 'KGZ', role: 'implementer' },
        { name: 'Nordwind', type: 'foundation', role: 'funder' },
      ],
    });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      status: 'published',
      version: 1,
      url: `/cases/${answer.body.id}`,
      contributor: { id: gulnara.person.id, name: 'Gulnara Asanova' },
      source: null,
      results: [{ what: 'Disputes in court', value: '11', baseline: '26', confidence: 'high' }],
      inputs: { money: { amount: 64000, currency: 'USD', year: 2022 }, expertDays: 140 },
      startYear: 2021,
      endYear: 2024,
      permissions: { edit: true, publish: false },
    });
    const { countries, themes, goals, targets, modality, actors, html } = answer.body;
    expect(countries.map(({ key, role, title }) => [key, role, title])).toEqual([
      ['country:KGZ', 'provider', 'Kyrgyzstan'],
      ['country:TJK', 'recipient', 'Tajikistan'],
    ]);
    expect(themes.map(({ key }) => key)).toEqual(['theme:co-governance', 'theme:irrigation']);
    expect(goals.map(({ key }) => key)).toEqual(['sdg:6']);
    expect(targets.map(({ key }) => key)).toEqual(['target:6.4', 'target:6.b']);
    expect(modality?.key).toBe('modality:bilateral');
    expect(actors.map(({ title, role, actorType }) => [title, role, actorType]).sort()).toEqual([
      ['Chon-Aryk Federation', 'implementer', 'community-organisation'],
      ['Nordwind', 'funder', 'foundation'],
    ]);
    expect(html.context).toBe('<p dir="auto">The canal waters 6,200 ha on <em>both</em> sides.</p>\n');
    expect(answer.body.completeness).toEqual({ percent: 90, gaps: ['approach'] });
  });

  it('links the actor that is there already, and refuses one that is not', async () => {
    const actor = (role: string) => ({ name: 'Río Seco Union', country: 'PER', role });
    const first = await create(gulnara, { actors: [actor('implementer')] });
    const second = await create(gulnara, {
      actors: [actor('host'), { ...actor('funder'), name: 'RIO SECO UNION' }],
    });
    const key = first.body.actors[0]?.key ?? '';
    expect(second.body.actors.map((found) => [found.key, found.role]).sort()).toEqual([
      [key, 'funder'],
      [key, 'host'],
    ]);
    const byId = await create(gulnara, { actors: [{ id: key.slice('actor:'.length), role: 'partner' }] });
    expect(byId.body.actors[0]?.title).toBe('Río Seco Union');
    const { errors } = await refuse({ actors: [{ id: 'nobody', role: 'host' }, { role: 'host' }] });
    expect(errors?.map(({ field, code }) => [field, code]).sort()).toEqual([
      ['actors.0.id', 'cases/unknown-actor'],
      ['actors.1.name', 'field/required'],
    ]);
  });

  it('makes one case of the same message sent twice', async () => {
    const clientKey = newId();
    const [first, again] = [await create(gulnara, { clientKey }), await create(gulnara, { clientKey })];
    expect(again.status).toBe(201);
    expect(again.body.id).toBe(first.body.id);
  });

  it('keeps a draft of little more than a title, and says what is missing', async () => {
    const answer = await gulnara.post<CaseView>('/api/v1/cases', { lang: 'ru', title: 'Очередь на воду' });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      status: 'draft',
      publishedAt: null,
      missingToPublish: ['summary', 'countries', 'themes', 'whatWorked', 'whatDidNot'],
      completeness: { percent: 0 },
      permissions: { edit: true, publish: true },
    });
  });

  it('refuses to publish half of an experience', async () => {
    const problem = await refuse({ publish: true, whatDidNot: '' });
    expect(problem).toMatchObject({
      code: 'cases/not-ready-to-publish',
      errors: [{ field: 'whatDidNot', code: 'cases/needed-to-publish' }],
    });
  });

  it('refuses codes that nobody knows, each at its field', async () => {
    const problem = await refuse({
      countries: [{ country: 'XXQ' }, { country: 'PER' }, { country: 'per' }],
      themes: ['irrigation', 'levitation'],
      targets: ['6.99'],
      modality: 'telepathic',
    });
    expect(problem.errors?.map(({ field, code }) => [field, code]).sort()).toEqual([
      ['countries.0.country', 'cases/unknown-country'],
      ['countries.2.country', 'cases/country-listed-twice'],
      ['modality', 'cases/unknown-modality'],
      ['targets.0', 'cases/unknown-target'],
      ['themes.1', 'cases/unknown-theme'],
    ]);
  });

  it('refuses impossible years, unknown fields, unknown roles and texts that are too long', async () => {
    const fieldsOf = (problem: ProblemBody) => problem.errors?.map(({ field }) => field);
    expect((await refuse({ startYear: 2024, endYear: 2020 })).errors).toMatchObject([
      { field: 'endYear', code: 'cases/ends-before-start' },
    ]);
    expect(fieldsOf(await refuse({ startYear: 20 }))).toEqual(['startYear']);
    expect(fieldsOf(await refuse({ hidden: false }))).toEqual(['']);
    expect(fieldsOf(await refuse({ countries: [{ country: 'PER', role: 'king' }] }))).toEqual([
      'countries.0.role',
    ]);
    expect(fieldsOf(await refuse({ title: 'x'.repeat(201), summary: 'y'.repeat(281) }))).toEqual([
      'title',
      'summary',
    ]);
    expect(fieldsOf(await refuse({ lang: 'tlh' }))).toEqual(['lang']);
  });

  it('refuses visitors', async () => {
    expect((await create(server.visitor())).status).toBe(401);
  });

  it('takes strings made to break things as the words they are', async () => {
    for (const evil of INJECTIONS) {
      const answer = await create(gulnara, {
        publish: true,
        title: evil,
        summary: evil,
        whatWorked: evil,
        actors: [{ name: evil, role: 'partner' }],
      });
      expect(answer.status).toBe(201);
      expect(answer.body.title).toBe(evil);
      expect(answer.body.actors[0]?.title).toBe(evil);
      expect(answer.body.html.whatWorked).not.toMatch(/<script|<img/);
      const codes = await gulnara.post<ProblemBody>(
        '/api/v1/cases',
        buildCaseBody({ themes: [evil.slice(0, 60)], countries: [{ country: evil.slice(0, 60) }] }),
      );
      expect(codes.body.errors?.map(({ code }) => code)).toEqual([
        'cases/unknown-country',
        'cases/unknown-theme',
      ]);
    }
    const list = await server.visitor().get<{ items: CaseView[] }>('/api/v1/cases?limit=100');
    expect(list.body.items.length).toBeGreaterThan(INJECTIONS.length);
  });
});
