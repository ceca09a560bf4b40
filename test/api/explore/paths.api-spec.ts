import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseView } from '../../../libs/cases/index.js';
import type { ThreadView } from '../../../libs/discussions/index.js';
import type { EntityListView, NeighboursView, PathView } from '../../../libs/explore/index.js';
import { type TestClient, TestServer } from '../test-server.js';
import { createDraft, publishCase } from './case-builder.js';

describe('how two things are connected', () => {
  let server: TestServer;
  let amina: TestClient;
  let jose: TestClient;
  let first: CaseView;
  let second: CaseView;
  let thread: ThreadView;

  const path = (from: string, to: string, headers?: Record<string, string>) =>
    server.visitor().get<PathView>(`/api/v1/graph/path?from=${from}&to=${to}`, headers);
  const keysOf = ({ from, steps }: PathView) => [from.key, ...steps.map(({ to }) => to.key)];

  beforeAll(async () => {
    server = await TestServer.start();
    amina = await server.member('Amina Mohamud');
    jose = await server.member('José Ramírez');
    first = await publishCase(amina, { title: 'Turns at the gate' });
    second = await publishCase(jose, {
      title: 'Seed banks kept by schools',
      countries: [{ country: 'TJK', role: 'recipient' }],
      themes: ['water'],
      targets: ['2.4'],
      modality: 'triangular',
    });
    const answer = await jose.post<ThreadView>('/api/v1/threads', {
      about: first.key,
      title: 'Who writes on the board?',
      body: 'We do.',
    });
    thread = answer.body;
    await server.settled();
  });

  afterAll(() => server.stop());

  it('is told step by step, each with its relation and who says so', async () => {
    const { body } = await path(`case:${first.id}`, `person:${amina.person.id}`);
    expect(body).toMatchObject({
      length: 1,
      steps: [
        {
          relation: 'CONTRIBUTED_BY',
          direction: 'out',
          label: 'was contributed by',
          source: { kind: 'person', label: 'Amina Mohamud', url: `/people/${amina.person.id}` },
          to: { key: `person:${amina.person.id}`, title: 'Amina Mohamud' },
        },
      ],
    });
  });

  it('goes through what is particular rather than through what joins everything', async () => {
    const { body } = await path(first.key, second.key);
    expect(keysOf(body)).toEqual([first.key, 'country:TJK', second.key]);
    expect(body.steps.map(({ direction }) => direction)).toEqual(['out', 'in']);
  });

  it('leads from a discussion to a region through the case and its country', async () => {
    const { body } = await path(`thread:${thread.id}`, 'region:143', { 'accept-language': 'fr' });
    expect(body.length).toBe(3);
    expect(keysOf(body).slice(0, 2)).toEqual([`thread:${thread.id}`, first.key]);
    expect(body.steps[0]?.label).toBe('porte sur');
    expect(body.to.title).toBe('Asie centrale');
    expect(body.steps[2]?.source.kind).toBe('reference');
  });

  it('is the same from both ends, read backwards', async () => {
    const there = (await path(`thread:${thread.id}`, second.key)).body;
    const back = (await path(second.key, `thread:${thread.id}`)).body;
    expect(keysOf(back)).toEqual(keysOf(there).reverse());
  });

  it('has no length where nothing connects the two', async () => {
    const loner = await server.member('Chen Wei');
    const { body } = await path(`person:${loner.person.id}`, first.key);
    expect(body).toMatchObject({ length: null, steps: [] });
    expect((await path(first.key, first.key)).body).toMatchObject({ length: 0, steps: [] });
  });

  it('does not lead through drafts, nor tell that they are there', async () => {
    const draft = await createDraft(amina, { countries: [{ country: 'FJI', role: 'recipient' }] });
    expect((await path(`case:${draft.id}`, 'country:FJI')).status).toBe(404);
    const { body } = await path('country:FJI', `person:${amina.person.id}`);
    expect(keysOf(body)).not.toContain(`case:${draft.id}`);
    expect((await amina.get(`/api/v1/graph/neighbours?key=case:${draft.id}`)).status).toBe(404);
    const neighbours = await amina.get<NeighboursView>('/api/v1/graph/neighbours?key=country:FJI');
    expect(neighbours.body.groups.map(({ relation }) => relation)).not.toContain('HAPPENED_IN');
  });

  it('does not count a membership that has ended', async () => {
    const { body } = await amina.get<NeighboursView>('/api/v1/graph/neighbours?key=country:BTN&limit=50');
    const groups = body.groups.find(({ relation }) => relation === 'MEMBER_OF')?.items.map(({ key }) => key);
    expect(groups).toContain('group:lldc');
    expect(groups).not.toContain('group:ldc');
  });

  it('refuses what is no key and knows what is not there', async () => {
    expect((await path("case:x' OR 1", 'country:PER')).status).toBe(400);
    expect((await path('case:nothing', 'country:PER')).status).toBe(404);
  });

  it('shows what is around a thing, by relation, with how many there are', async () => {
    const { body } = await amina.get<NeighboursView>(`/api/v1/graph/neighbours?key=country:TJK&limit=1`);
    expect(body.entity).toMatchObject({ key: 'country:TJK', title: 'Tajikistan' });
    const cases = body.groups.find(({ relation }) => relation === 'HAPPENED_IN');
    expect(cases).toMatchObject({ direction: 'in', label: 'was the place of', total: 2 });
    expect(cases?.items.map(({ key }) => key)).toEqual([second.key]);
  });

  it('begins with finding things by name or by key', async () => {
    const find = (query: string) => amina.get<EntityListView>(`/api/v1/entities?${query}`);
    expect((await find('q=Seed+banks')).body.items[0]).toMatchObject({ key: second.key, typeName: 'Case' });
    expect((await find('q=country:TJK')).body.items[0]).toMatchObject({ title: 'Tajikistan' });
    expect((await find('q=board')).body.items.map(({ key }) => key)).toContain(`thread:${thread.id}`);
    expect((await find('q=Amina&type=person')).body.items).toHaveLength(1);
    expect((await find('q=')).body.items).toEqual([]);
  });
});
