import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type CommitmentDetailView,
  type CommitmentReport,
  type CommitmentSummaryView,
  type CommitmentView,
  MakeCommitments,
  SummariseCommitments,
} from '../../../libs/commitments/index.js';
import type { SearchView } from '../../../libs/explore/index.js';
import { Graph } from '../../../libs/platform/graph/graph.js';
import type { Page } from '../../../libs/platform/graph/page.js';
import { expectClientInSync } from '../client-in-sync.js';
import { administratorOf } from '../platform/administrator.js';
import { type TestClient, TestServer } from '../test-server.js';
import {
  actorOf,
  dayFromNow,
  makeCommitments,
  moveDays,
  moveToNoon,
  startThread,
} from './commitment-maker.js';

describe('commitments', () => {
  let server: TestServer;
  let visitor: TestClient;
  /** Convened it and wrote it down. */
  let amina: TestClient;
  /** Promised it. */
  let bolivar: TestClient;
  let outsider: TestClient;
  let answers: string;

  beforeAll(async () => {
    server = await TestServer.start();
    moveToNoon(server);
    visitor = server.visitor();
    amina = await server.member('Amina Mohamud');
    bolivar = await server.member('Bolivar Quispe');
    outsider = await server.member('Chen Wei');
  });

  beforeEach(async () => {
    answers = await startThread(amina);
  });

  afterAll(() => server.stop());

  const one = (text = 'Translate the gate manual into Quechua', dueInDays = 30) => ({
    text,
    ownerKey: `person:${bolivar.person.id}`,
    dueOn: dayFromNow(server, dueInDays),
  });

  async function make(...commitments: ReturnType<typeof one>[]): Promise<string[]> {
    const about = ['country:PER', 'country:PER', 'theme:water', 'case:long-gone'];
    const made = await makeCommitments(server, amina, { answers, about, lang: 'en', commitments });
    return made.map(({ id }) => id);
  }

  async function makeOne(...input: Parameters<typeof one>): Promise<string> {
    return (await make(one(...input)))[0] ?? '';
  }

  const show = async (id: string, client = visitor) =>
    (await client.get<CommitmentDetailView>(`/api/v1/commitments/${id}`)).body;
  const list = (query: string) => visitor.get<Page<CommitmentView>>(`/api/v1/commitments?${query}`);
  const report = (client: TestClient, id: string, body: Record<string, unknown>) =>
    client.post<CommitmentDetailView & { code: string }>(`/api/v1/commitments/${id}/reports`, body);

  describe('that are made', () => {
    it('are shown with who promised what, about what, and until when', async () => {
      const id = await makeOne();
      const due = dayFromNow(server, 30);
      const commitment = await show(id);
      expect(commitment).toMatchObject({
        key: `commitment:${id}`,
        url: `/commitments/${id}`,
        text: 'Translate the gate manual into Quechua',
        lang: 'en',
        owner: { key: `person:${bolivar.person.id}`, title: 'Bolivar Quispe' },
        answers: { key: answers, title: 'Gates that last' },
        madeBy: { id: amina.person.id },
        dueOn: due,
        reviewOn: due,
        overdue: false,
        state: 'open',
        stateNote: null,
        version: 1,
        seq: 1,
        reports: [],
        permissions: { report: false },
      });
      expect(commitment.about.map(({ key }) => key)).toEqual(['country:PER', 'theme:water']);
    });

    it('are not there when the close that makes them fails', async () => {
      const close = server.app.get(Graph).write(async (tx) => {
        const made = { answers, about: [], commitments: [one()] };
        await server.app.get(MakeCommitments).execute(tx, actorOf(amina), made);
        throw new Error('closed already');
      });
      await expect(close).rejects.toThrow('closed already');
      expect((await list(`answers=${answers}`)).body.items).toEqual([]);
    });

    it('need an owner who is there, days to come, and something to answer', async () => {
      const refusal = async (change: object, to = answers) => {
        const commitments = [one(), { ...one(), ...change }];
        return makeCommitments(server, amina, { answers: to, about: [], commitments }).catch(
          ({ code, fields }) => ({ code, field: fields[0]?.field }),
        );
      };
      expect(await refusal({ ownerKey: 'person:nobody' })).toEqual({
        code: 'commitments/unknown-owner',
        field: 'commitments.1.ownerKey',
      });
      expect(await refusal({ dueOn: dayFromNow(server, -2) })).toEqual({
        code: 'commitments/day-is-past',
        field: 'commitments.1.dueOn',
      });
      expect(await refusal({ reviewOn: '2999-01-01' })).toEqual({
        code: 'commitments/day-too-far',
        field: 'commitments.1.reviewOn',
      });
      expect(await refusal({}, 'session:none')).toMatchObject({ code: 'commitments/answers-nothing' });
      expect((await list(`answers=${answers}`)).body.items).toEqual([]);
    });

    it('are found by their words, their owner and their country in any language', async () => {
      await makeOne('Send the seismograph drawings');
      await server.settled();
      for (const q of ['seismograph', 'seismograph Quispe', 'seismograph Pérou']) {
        const found = await visitor.get<SearchView>(`/api/v1/search?q=${encodeURIComponent(q)}`);
        expect(found.body.hits.map(({ type }) => type)).toEqual(['commitment']);
      }
    });
  });

  describe('in lists', () => {
    it('stand by what they answer, whose they are, and what they are about, newest first', async () => {
      const [first, second] = await make(one('First promise'), one('Second promise'));
      for (const filter of [`answers=${answers}`, `owner=person:${bolivar.person.id}`, 'about=country:PER']) {
        const { body } = await list(`${filter}&limit=2`);
        expect(body.items.map(({ id }) => id)).toEqual([second, first]);
      }
      expect((await list('about=country:BRA')).body.items).toEqual([]);
      expect((await list('limit=2')).body.items.map(({ id }) => id)).toEqual([second, first]);
    });

    it('come page by page, each once, in both orders', async () => {
      const made = await make(one('Late', 90), one('Soon', 3), one('Also soon', 3), one('Very late', 900));
      const walk = async (query: string) => {
        const ids: string[] = [];
        for (let cursor = ''; ; ) {
          const { body } = await list(`${query}&limit=1${cursor && `&cursor=${cursor}`}`);
          ids.push(...body.items.map(({ id }) => id));
          if (!body.nextCursor) return ids.filter((id) => made.includes(id));
          cursor = body.nextCursor;
        }
      };
      const [late, soon, alsoSoon, veryLate] = made;
      const dueFirst = [soon, alsoSoon, late, veryLate];
      expect(await walk(`answers=${answers}`)).toEqual([...made].reverse());
      expect(await walk(`answers=${answers}&sort=due`)).toEqual(dueFirst);
      expect(await walk('sort=newest')).toEqual([...made].reverse());
      expect(await walk('sort=due&state=open')).toEqual(dueFirst);
    });

    it('can be narrowed to a state', async () => {
      const [kept, open] = await make(one('Kept'), one('Open'));
      await report(bolivar, kept ?? '', { state: 'kept', note: 'All done.', version: 1 });
      const idsOf = async (state: string) =>
        (await list(`answers=${answers}&state=${state}`)).body.items.map(({ id }) => id);
      expect(await idsOf('kept')).toEqual([kept]);
      expect(await idsOf('open')).toEqual([open]);
    });

    it('take one filter at a time and no foreign way on', async () => {
      const both = await list('owner=person:a&about=country:PER');
      expect(both.status).toBe(400);
      expect(both.text).toContain('commitments/one-filter');
      expect((await list('state=broken')).status).toBe(400);
      const cursor = Buffer.from('2026 x').toString('base64url');
      for (const sort of ['newest', 'due'])
        expect((await list(`sort=${sort}&cursor=${cursor}`)).status).toBe(200);
    });

    it('are summed up: what was promised, what came of it', async () => {
      const [kept, dropped] = await make(one('Kept'), one('Dropped'), one('Open'), one('Soon late', 1));
      await report(bolivar, kept ?? '', { state: 'kept', note: 'All done.', version: 1 });
      await report(amina, dropped ?? '', { state: 'dropped', note: 'No money.', version: 1 });
      moveDays(server, 2);
      const summary: CommitmentSummaryView = await server.app.get(SummariseCommitments).execute(answers);
      moveDays(server, -2);
      expect(summary).toEqual({ total: 4, open: 2, kept: 1, partly: 0, dropped: 1, overdue: 1 });
    });
  });

  describe('that are reported on', () => {
    it('keep all that was said', async () => {
      const id = await makeOne();
      await report(bolivar, id, { state: 'partly', note: 'Two chapters of five.', version: 1 });
      const answer = await report(amina, id, { state: 'kept', note: 'All five are out.', version: 2 });
      expect(answer.status).toBe(201);
      expect(answer.body).toMatchObject({
        state: 'kept',
        stateNote: 'All five are out.',
        version: 3,
        seq: 3,
      });
      expect(answer.body.permissions).toEqual({ report: true, changeOwner: true });
      expect(answer.body.reports).toMatchObject([
        { number: 1, state: 'partly', note: 'Two chapters of five.', by: { name: 'Bolivar Quispe' } },
        { number: 2, state: 'kept', note: 'All five are out.', by: { name: 'Amina Mohamud' } },
      ]);
    });

    it('hear it from their owner, their maker and stewards alone', async () => {
      const id = await makeOne();
      const said = { state: 'kept', note: 'All done.', version: 1 };
      expect((await report(visitor, id, said)).status).toBe(401);
      expect((await report(outsider, id, said)).status).toBe(403);
      const administrator = await administratorOf(server);
      await administrator.send('PUT', `/api/v1/people/${outsider.person.id}/roles/steward`);
      expect((await report(outsider, id, said)).status).toBe(201);
      expect((await report(amina, 'none', said)).status).toBe(404);
    });

    it('refuse a report on what has changed meanwhile, and lose none of two at once', async () => {
      const id = await makeOne();
      const both = await Promise.all([
        report(bolivar, id, { state: 'kept', note: 'All done.', version: 1 }),
        report(amina, id, { state: 'dropped', note: 'Nobody could come.', version: 1 }),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
      const refused = both.find(({ status }) => status === 409);
      expect(refused?.body.code).toBe('commitments/commitment-changed-meanwhile');
      expect((await show(id)).reports).toHaveLength(1);
    });

    it('take the same report sent twice for one', async () => {
      const id = await makeOne();
      const said = { state: 'kept', note: 'All done.', version: 1 };
      const twice = [await report(bolivar, id, said), await report(bolivar, id, said)];
      expect(twice.map(({ status }) => status)).toEqual([201, 201]);
      expect((await show(id)).reports).toHaveLength(1);
    });

    it('need a known state and some words', async () => {
      const id = await makeOne();
      const answer = await report(bolivar, id, { state: 'done', note: ' ', version: 0 });
      expect(answer.status).toBe(400);
      const { errors } = answer.body as unknown as { errors: { field: string }[] };
      expect(errors.map(({ field }) => field).sort()).toEqual(['note', 'state', 'version']);
    });

    it('tell whoever follows them', async () => {
      const id = await makeOne();
      await expectClientInSync<CommitmentDetailView>({
        client: visitor,
        room: `commitment:${id}`,
        fetch: () => show(id),
        reduce: (before, { data }) => {
          const { number, state, note, at, by, version } = data as unknown as CommitmentReport;
          const reports = [...before.reports, { number, state, note, at, by }];
          return { ...before, reports, state, stateNote: note, stateAt: at, version };
        },
        action: async () => {
          await report(bolivar, id, { state: 'open', note: 'Half way.', version: 1 });
          await report(bolivar, id, { state: 'kept', note: 'All done.', version: 2 });
        },
      });
    });

    it('are found by what came of them', async () => {
      const id = await makeOne();
      await report(bolivar, id, {
        state: 'kept',
        note: 'Printed by the cooperative of Ayaviri.',
        version: 1,
      });
      await server.settled();
      const found = await visitor.get<SearchView>('/api/v1/search?q=Ayaviri');
      expect(found.body.hits.map(({ key }) => key)).toEqual([`commitment:${id}`]);
    });
  });
});
