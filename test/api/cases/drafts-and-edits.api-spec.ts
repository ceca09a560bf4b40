import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseHistoryView, CaseView } from '../../../libs/cases/index.js';
import { GrantRole } from '../../../libs/identity/index.js';
import { audiencesOf, SYSTEM, VISITOR } from '../../../libs/platform/access/actor.js';
import { SearchIndex } from '../../../libs/platform/search/search-index.js';
import { expectClientInSync } from '../client-in-sync.js';
import { type TestClient, TestServer } from '../test-server.js';
import { buildCaseBody, type ProblemBody } from './case-bodies.js';

describe('drafts and edits', () => {
  let server: TestServer;
  let gulnara: TestClient;
  let jose: TestClient;
  let steward: TestClient;

  beforeAll(async () => {
    server = await TestServer.start();
    gulnara = await server.member('Gulnara Asanova');
    jose = await server.member('José Ramírez');
    steward = await server.member('Tendai Moyo');
    await server.app.get(GrantRole).execute(SYSTEM, steward.person.id, 'steward');
  });

  afterAll(() => server.stop());

  const create = async (changes: Record<string, unknown> = {}) => {
    const answer = await gulnara.post<CaseView>('/api/v1/cases', buildCaseBody(changes));
    expect(answer.status).toBe(201);
    return answer.body;
  };
  const show = (client: TestClient, id: string) => client.get<CaseView>(`/api/v1/cases/${id}`);
  const edit = (client: TestClient, id: string, body: object) =>
    client.patch<CaseView>(`/api/v1/cases/${id}`, body);
  const publish = (client: TestClient, id: string) => client.post<CaseView>(`/api/v1/cases/${id}/publish`);
  const history = (client: TestClient, id: string) =>
    client.get<CaseHistoryView>(`/api/v1/cases/${id}/versions`);
  const find = async (q: string, audiences: string[]) => {
    await server.settled();
    const { hits } = await server.app.get(SearchIndex).search({ q, audiences, filters: { type: ['case'] } });
    return hits.map(({ key }) => key);
  };

  describe('a draft', () => {
    it('exists for its contributor and the stewards alone', async () => {
      const { id, key } = await create({ title: 'Unfinished qanat' });
      for (const client of [server.visitor(), jose]) {
        expect((await show(client, id)).status).toBe(404);
        expect((await history(client, id)).status).toBe(404);
      }
      expect((await edit(jose, id, { version: 1, title: 'Mine now' })).status).toBe(404);
      expect((await publish(jose, id)).status).toBe(404);
      expect((await show(steward, id)).body.permissions).toEqual({ edit: true, publish: true });
      const list = await jose.get<{ items: CaseView[] }>('/api/v1/cases?country=KGZ');
      expect(list.body.items.map((item) => item.id)).not.toContain(id);
      const own = await gulnara.get<{ items: CaseView[] }>('/api/v1/cases/mine');
      expect(own.body.items.map((item) => item.id)).toContain(id);
      expect((await jose.get<{ items: CaseView[] }>('/api/v1/cases/mine')).body.items).toEqual([]);
      const about = { about: key, title: 'What is this?', body: 'I guessed the address.' };
      expect((await jose.post('/api/v1/threads', about)).status).toBe(400);
    });

    it('is found by its contributor and by nobody else', async () => {
      const { key } = await create({ title: 'Unfinished ahuangxu' });
      expect(await find('ahuangxu', audiencesOf(VISITOR))).toEqual([]);
      expect(await find('ahuangxu', ['public', 'member', `person:${jose.person.id}`])).toEqual([]);
      expect(await find('ahuangxu', ['public', `person:${gulnara.person.id}`])).toEqual([key]);
      expect(await find('ahuangxu', ['role:steward'])).toEqual([key]);
    });

    it('is opened to everyone once nothing is missing', async () => {
      const { id, key } = await create({ title: 'Finished karez', summary: '' });
      const refused = await gulnara.post<ProblemBody>(`/api/v1/cases/${id}/publish`);
      expect(refused.status).toBe(400);
      expect(refused.body).toMatchObject({
        code: 'cases/not-ready-to-publish',
        data: { missing: ['summary'] },
      });
      expect((await edit(gulnara, id, { version: 1, summary: 'Now it is told.' })).status).toBe(200);
      const published = await publish(gulnara, id);
      expect(published.body).toMatchObject({ status: 'published', version: 2 });
      expect((await publish(gulnara, id)).body.publishedAt).toBe(published.body.publishedAt);
      expect((await show(server.visitor(), id)).status).toBe(200);
      expect(await find('karez', audiencesOf(VISITOR))).toEqual([key]);
      expect((await publish(jose, id)).status).toBe(403);
    });

    it('keeps its early versions to those who may edit it', async () => {
      const { id } = await create({ context: 'Names a person who asked to be left out.' });
      await edit(gulnara, id, { version: 1, context: null });
      await publish(gulnara, id);
      await edit(gulnara, id, { version: 2, approach: 'Told later.', note: 'the approach' });
      const seen = (await history(server.visitor(), id)).body.items;
      expect(seen.map(({ number, note }) => [number, note])).toEqual([
        [2, null],
        [3, 'the approach'],
      ]);
      expect(JSON.stringify(seen)).not.toContain('left out');
      const all = (await history(gulnara, id)).body.items;
      expect(all.map(({ number }) => number)).toEqual([1, 2, 3]);
      expect(all[0]).toMatchObject({
        writtenBy: { name: 'Gulnara Asanova' },
        data: {
          countries: [
            { country: 'KGZ', role: 'provider' },
            { country: 'TJK', role: 'recipient' },
          ],
        },
      });
    });
  });

  describe('an edit', () => {
    it('changes what it names and leaves the rest', async () => {
      const { id } = await create({ publish: true });
      const answer = await edit(gulnara, id, {
        version: 1,
        title: 'Water turns, revised',
        countries: [
          { country: 'KGZ', role: 'both' },
          { country: 'UZB', role: 'recipient' },
        ],
        targets: [],
        modality: null,
        endYear: null,
        ongoing: true,
      });
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject({
        version: 2,
        title: 'Water turns, revised',
        whatWorked: 'Everyone sees the schedule.',
        goals: [],
        targets: [],
        modality: null,
        endYear: null,
        ongoing: true,
      });
      expect(answer.body.countries.map(({ key, role }) => [key, role])).toEqual([
        ['country:KGZ', 'both'],
        ['country:UZB', 'recipient'],
      ]);
      expect(answer.body.themes).toHaveLength(2);
    });

    it('is refused when another version is there by now, and changes nothing', async () => {
      const { id } = await create({ publish: true });
      await edit(gulnara, id, { version: 1, title: 'First to save' });
      const late = await steward.patch<ProblemBody>(`/api/v1/cases/${id}`, { version: 1, title: 'Second' });
      expect(late.status).toBe(409);
      expect(late.body).toMatchObject({ code: 'cases/case-changed-meanwhile', data: { version: 2 } });
      expect((await show(gulnara, id)).body.title).toBe('First to save');
    });

    it('lets one of many at once through', async () => {
      const { id } = await create({ publish: true });
      const answers = await Promise.all(
        Array.from({ length: 8 }, (_, index) =>
          edit(gulnara, id, { version: 1, title: `Try number ${index}` }),
        ),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(409)]);
      expect((await show(gulnara, id)).body.version).toBe(2);
    });

    it('is for the contributor and the stewards', async () => {
      const { id } = await create({ publish: true });
      expect((await edit(jose, id, { version: 1, title: 'Mine now' })).status).toBe(403);
      expect((await edit(server.visitor(), id, { version: 1, title: 'Mine now' })).status).toBe(401);
      expect((await edit(steward, id, { version: 1, title: 'Mended' })).status).toBe(200);
      expect((await edit(steward, 'nothing', { version: 1, title: 'Mended' })).status).toBe(404);
    });

    it('may not take from a published case what it needs', async () => {
      const { id } = await create({ publish: true });
      const answer = await edit(gulnara, id, { version: 1, whatDidNot: '' });
      expect(answer.status).toBe(400);
      expect((await show(gulnara, id)).body).toMatchObject({ version: 1, whatDidNot: expect.any(String) });
      const invalid = await gulnara.patch<ProblemBody>(`/api/v1/cases/${id}`, { themes: ['levitation'] });
      expect(invalid.body.errors?.map(({ field }) => field)).toEqual(['version']);
    });

    it('tells those who read along', async () => {
      const { id } = await create({ publish: true });
      await expectClientInSync({
        client: jose,
        room: `case:${id}`,
        fetch: async () => {
          const { seq, title, version } = (await show(jose, id)).body;
          return { seq, title, version };
        },
        reduce: (state, { data }) => ({ ...state, title: String(data.title), version: Number(data.version) }),
        action: () => edit(gulnara, id, { version: 1, title: 'Told to all' }),
      });
    });
  });
});
