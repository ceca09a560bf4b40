import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DialogueCardView, DialogueView, PhaseSpan } from '../../../libs/dialogues/index.js';
import { StartThread, type ThreadView } from '../../../libs/discussions/index.js';
import { newId } from '../../../libs/platform/ids/new-id.js';
import { expectClientInSync } from '../client-in-sync.js';
import type { TestClient, TestServer } from '../test-server.js';
import {
  convene,
  convened,
  facilitator,
  giveRole,
  PHASES,
  type ProblemBody,
  startServer,
  stopClock,
  takeRole,
  WHILE,
} from './dialogue-maker.js';

interface Listed<Item> {
  items: Item[];
  nextCursor: string | null;
}

describe('convening a dialogue', () => {
  let server: TestServer;
  let rosa: TestClient;
  let member: TestClient;

  beforeAll(async () => {
    server = await startServer();
    rosa = await facilitator(server, 'Rosa Quispe');
    member = await server.member('José Ramírez');
    stopClock(server, WHILE.gathering);
  });

  afterAll(() => server.stop());

  const patch = (client: TestClient, { id }: DialogueView, body: object) =>
    client.patch<DialogueView>(`/api/v1/dialogues/${id}`, body);

  it('puts it there with its thread, or not at all', async () => {
    const startThread = server.app.get(StartThread);
    const begin = startThread.executeIn.bind(startThread);
    startThread.executeIn = async (...given) => {
      await begin(...given);
      throw new Error('away');
    };
    const answer = await convene(rosa, { about: ['sdg:17'] });
    startThread.executeIn = begin;
    expect(answer.status).toBe(500);
    const listed = await member.get<Listed<DialogueCardView>>('/api/v1/dialogues?about=sdg:17');
    expect(listed.body.items).toEqual([]);
  });

  it('puts a question with its phases before everyone, with a thread to talk about it', async () => {
    const written = await member.post<{ id: string }>('/api/v1/cases', {
      lang: 'en',
      title: 'Gates of two villages',
      summary: 'How two villages share one gate.',
      context: 'Dry.',
      approach: 'One gate.',
      whatWorked: 'The gate.',
      whatDidNot: 'The key.',
      countries: [{ country: 'PER' }],
      themes: ['irrigation'],
      startYear: 2020,
      publish: true,
    });
    expect(written.status).toBe(201);
    const answer = await convene(rosa, {
      background: 'Two **gates** in one valley.',
      about: ['country:PER', 'theme:irrigation', 'sdg:6'],
      evidence: [`case:${written.body.id}`],
      coConveners: [member.person.id, rosa.person.id],
      opening: 'What has worked where you are?',
    });
    expect(answer.status).toBe(201);
    const dialogue = answer.body;
    expect(dialogue).toMatchObject({
      question: 'How should countries share what they know of water?',
      html: '<p dir="auto">Two <strong>gates</strong> in one valley.</p>\n',
      timeZone: 'America/Lima',
      state: 'gathering',
      convener: { id: rosa.person.id, name: 'Rosa Quispe' },
      coConveners: [{ id: member.person.id }],
      statements: { approved: 0, waiting: 0 },
      closableFrom: '2027-03-21T00:00:00.000Z',
      outcomeUrl: null,
      permissions: { edit: true, propose: true, answer: false, moderate: true, close: false },
    });
    expect(dialogue.about.map(({ key }) => key)).toEqual(['country:PER', 'sdg:6', 'theme:irrigation']);
    const seen = await server.visitor().get<DialogueView>(`/api/v1/dialogues/${dialogue.id}`);
    expect(seen.body.permissions).toEqual({
      ...{ edit: false, propose: false, answer: false, moderate: false, close: false },
    });
    const threads = await rosa.get<Listed<ThreadView>>(`/api/v1/threads?about=dialogue:${dialogue.id}`);
    expect(threads.body.items).toMatchObject([{ title: dialogue.question, postCount: 1 }]);
    for (const key of ['country:PER', `case:${written.body.id}`, `person:${rosa.person.id}`]) {
      const list = await rosa.get<Listed<DialogueCardView>>(`/api/v1/dialogues?about=${key}`);
      expect([key, list.body.items.map(({ id }) => id)]).toEqual([key, [dialogue.id]]);
    }
  });

  it('is for facilitators and stewards', async () => {
    expect((await convene(server.visitor())).status).toBe(401);
    expect((await convene(member)).status).toBe(403);
    const steward = await server.member('Wei Chen');
    await giveRole(server, steward, 'steward');
    expect((await convene(steward)).status).toBe(201);
  });

  it('does not open answering again once deciding has opened, nor what is over', async () => {
    stopClock(server, WHILE.deliberating);
    const dialogue = await convened(rosa);
    const edit = (time: string, closesAt: string, opensAt: string) => {
      stopClock(server, time);
      const phases = PHASES.map((span) => {
        if (span.phase === 'deliberating') return { ...span, closesAt };
        return span.phase === 'deciding' ? { ...span, opensAt } : span;
      });
      const path = `/api/v1/dialogues/${dialogue.id}`;
      return rosa.patch<DialogueView & ProblemBody>(path, { phases, version: 1 });
    };
    const late = '2027-03-25T00:00:00.000Z';
    for (const time of [WHILE.deciding, '2027-03-20T18:00:00.000Z']) {
      const refused = await edit(time, late, late);
      expect(refused.status).toBe(400);
      expect(refused.body.errors).toContainEqual(
        expect.objectContaining({ field: 'phases.1.closesAt', code: 'dialogues/phases-move-forward' }),
      );
    }
    // While it is open it may go on for longer.
    expect((await edit(WHILE.deliberating, late, late)).status).toBe(200);
  });

  it('refuses phases that cannot be, field by field', async () => {
    const [gathering, deliberating] = PHASES;
    const problemsOf = async (phases: unknown) => {
      const answer = await convene(rosa, { phases: phases as PhaseSpan[] });
      expect(answer.status).toBe(400);
      return (answer.body as unknown as ProblemBody).errors?.map(({ field, code }) => [field, code]);
    };
    const backwards = { ...gathering, opensAt: '2027-03-08T00:00:00Z', closesAt: '2027-03-01T00:00:00Z' };
    expect(await problemsOf([backwards])).toEqual([
      ['phases.0.closesAt', 'dialogues/phase-ends-before-it-begins'],
    ]);
    const early = { ...deliberating, opensAt: '2027-03-07T23:59:59.999Z' };
    expect(await problemsOf([gathering, early])).toEqual([['phases.1.opensAt', 'dialogues/phases-overlap']]);
    expect(await problemsOf([deliberating, gathering])).toEqual([
      ['phases.1.phase', 'dialogues/phases-out-of-order'],
    ]);
    expect(await problemsOf([])).toEqual([['phases', 'field/too-few']]);
    const noDay = { ...gathering, opensAt: '2027-02-30T00:00:00Z' };
    expect(await problemsOf([noDay])).toEqual([['phases.0.opensAt', 'field/not-valid']]);
    expect(await problemsOf([{ ...gathering, opensAt: 'tomorrow' }])).toHaveLength(1);
    expect((await convene(rosa, { timeZone: 'Mars/Olympus' })).body).toMatchObject({
      errors: [{ field: 'timeZone', code: 'dialogues/unknown-time-zone' }],
    });
  });

  it('reads dates with an offset as the instants that they are', async () => {
    const opensAt = '2027-03-28T00:00:00-05:00';
    const closesAt = '2027-03-29T00:00:00+02:00';
    const refused = await convene(rosa, { phases: [{ phase: 'gathering', opensAt: closesAt, closesAt }] });
    expect(refused.status).toBe(400);
    const dialogue = await convened(rosa, { phases: [{ phase: 'gathering', opensAt, closesAt }] });
    expect(dialogue.phases).toEqual([
      { phase: 'gathering', opensAt: '2027-03-28T05:00:00.000Z', closesAt: '2027-03-28T22:00:00.000Z' },
    ]);
  });

  it('refuses links that lead nowhere or to the wrong kind', async () => {
    const answer = await convene(rosa, {
      about: ['country:XXX', `person:${member.person.id}`],
      evidence: ['case:nothing', 'country:PER'],
      coConveners: ['nobody'],
    });
    expect((answer.body as unknown as ProblemBody).errors?.map(({ field, code }) => [field, code])).toEqual([
      ['about.0', 'dialogues/links-to-nothing'],
      ['about.1', 'dialogues/wrong-kind-of-link'],
      ['evidence.0', 'dialogues/links-to-nothing'],
      ['evidence.1', 'dialogues/wrong-kind-of-link'],
      ['coConveners.0', 'dialogues/links-to-nothing'],
    ]);
  });

  it('makes one dialogue, with one thread, of the same message sent twice', async () => {
    const clientKey = newId();
    const [first, again] = [await convened(rosa, { clientKey }), await convened(rosa, { clientKey })];
    expect(again.id).toBe(first.id);
    const threads = await rosa.get<Listed<ThreadView>>(`/api/v1/threads?about=dialogue:${first.id}`);
    expect(threads.body.items).toHaveLength(1);
  });

  it('lists them newest first, page by page', async () => {
    const first = await rosa.get<Listed<DialogueCardView>>('/api/v1/dialogues?limit=2');
    expect(first.body.items).toHaveLength(2);
    const next = await rosa.get<Listed<DialogueCardView>>(
      `/api/v1/dialogues?limit=2&cursor=${first.body.nextCursor}`,
    );
    const ids = [...first.body.items, ...next.body.items].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual([...ids].sort().reverse());
  });

  it('lists those that stand at one point, by the clock', async () => {
    const [gathering, ...later] = PHASES;
    if (!gathering) throw new Error('no phase');
    const about = ['country:NPL'];
    const early = [await convened(rosa, { about }), await convened(rosa, { about })];
    const late = await convened(rosa, { about, phases: later });
    const listed = async (query: string) => {
      const path = `/api/v1/dialogues?about=country:NPL&${query}`;
      const { body } = await server.visitor().get<Listed<DialogueCardView>>(path);
      return { ids: body.items.map(({ id }) => id), nextCursor: body.nextCursor };
    };
    const newest = [early[1]?.id, early[0]?.id];
    stopClock(server, WHILE.gathering);
    expect((await listed('state=gathering')).ids).toEqual(newest);
    expect((await listed('state=planned')).ids).toEqual([late.id]);
    expect((await listed('state=planned&state=gathering')).ids).toEqual([late.id, ...newest]);
    const first = await listed('state=gathering&limit=1');
    expect((await listed(`state=gathering&limit=1&cursor=${first.nextCursor}`)).ids).toEqual([early[0]?.id]);
    const page = await server.visitor().get<string>('/dialogues?about=country:NPL&state=planned');
    expect(page.body).toContain(`/dialogues/${late.id}`);
    expect(page.body).not.toContain(`/dialogues/${early[0]?.id}`);
    stopClock(server, WHILE.deliberating);
    expect((await listed('state=gathering')).ids).toEqual([]);
    expect((await listed('state=deliberating')).ids).toHaveLength(3);
    expect((await server.visitor().get('/api/v1/dialogues?state=asleep')).status).toBe(400);
    const all = await server.visitor().get<Listed<DialogueCardView>>('/api/v1/dialogues?state=deliberating');
    expect(all.body.items.map(({ id }) => id)).toContain(late.id);
    stopClock(server, WHILE.gathering);
  });

  it('can be changed while it is open, and tells what changed', async () => {
    const before = await convened(rosa, { about: ['country:PER', 'sdg:6'], background: 'Old' });
    await expectClientInSync<DialogueView>({
      client: rosa,
      room: `dialogue:${before.id}`,
      fetch: async () => (await rosa.get<DialogueView>(`/api/v1/dialogues/${before.id}`)).body,
      action: async () => {
        const question = 'How should cities share what they know of water?';
        const about = ['country:KEN', 'sdg:6'];
        const changed = await patch(rosa, before, { version: 1, question, about, background: null });
        expect(changed.body).toMatchObject({ question, version: 2, background: null, html: null });
        expect(changed.body.about.map(({ key }) => key)).toEqual(about);
      },
      reduce: (state, { data }) => {
        const { dialogueId, by, ...told } = data;
        expect([dialogueId, (by as { id: string }).id]).toEqual([before.id, rosa.person.id]);
        return { ...state, ...told };
      },
    });
    const late = await patch(rosa, before, { version: 1, question: 'Overwritten by someone who slept?' });
    expect([late.status, (late.body as unknown as ProblemBody).code]).toEqual([
      409,
      'dialogues/dialogue-changed-meanwhile',
    ]);
    expect((await patch(member, before, { version: 2, background: 'x' })).status).toBe(403);
  });

  it('lets two who save at once both know: one is kept, the other told', async () => {
    const dialogue = await convened(rosa);
    const answers = await Promise.all(
      ['One', 'Two'].map((background) => patch(rosa, dialogue, { version: 1, background })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('goes on with the co-conveners when the convener loses the role', async () => {
    const ana = await facilitator(server, 'Ana Torres');
    const dialogue = await convened(ana, { coConveners: [member.person.id] });
    await takeRole(server, ana, 'facilitator');
    const refused = await patch(ana, dialogue, { version: 1, background: 'x' });
    expect([refused.status, (refused.body as unknown as ProblemBody).code]).toEqual([
      403,
      'dialogues/convener-without-role',
    ]);
    const seen = await ana.get<DialogueView>(`/api/v1/dialogues/${dialogue.id}`);
    expect(seen.body.permissions).toMatchObject({ edit: false, moderate: false, close: false });
    expect((await patch(member, dialogue, { version: 1, background: 'Goes on' })).status).toBe(200);
  });
});
