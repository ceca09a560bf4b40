import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { PostView } from '../../../libs/discussions/index.js';
import type { SessionView } from '../../../libs/learning/index.js';
import type { Page } from '../../../libs/platform/graph/page.js';
import { inMinutes, propose, register, show, withRole } from '../learning/session-maker.js';
import { type TestClient, TestServer } from '../test-server.js';
import { expectPage, expectSeeOther, fillIn, formFields, openPage } from './web-pages.js';

describe('the live room, with scripts off', () => {
  let server: TestServer;
  let rosa: TestClient;
  let jose: TestClient;
  let session: SessionView;
  let room: string;

  beforeAll(async () => {
    server = await TestServer.start();
    rosa = await withRole(server, 'Rosa Quispe');
    jose = await server.member('José Ramírez');
  });

  afterAll(() => server.stop());

  beforeEach(async () => {
    session = await propose(server, rosa, {
      startsAt: inMinutes(server, 10),
      endsAt: inMinutes(server, 70),
    });
    await register(jose, session);
    room = `${session.url}/room`;
  });

  describe('talk', () => {
    const posts = async () => {
      const { threadId } = await show(jose, session);
      return (await jose.get<Page<PostView>>(`/api/v1/threads/${threadId}/posts`)).body.items;
    };

    it('answers a post and comes back to the room', async () => {
      const link = `${room}?reply=1#composer`;
      expect(await openPage(jose, room)).toContain(`href="${link}"`);
      const form = await openPage(jose, `${room}?reply=1`);
      expect(form).toContain('Reply to Rosa Quispe');
      expect(formFields(form, `${room}/posts`)).toMatchObject({ replyTo: '1' });
      const back = expectSeeOther(
        await fillIn(jose, `${room}?reply=1`, `${room}/posts`, { body: 'We pay by the hour.' }),
      );
      expect(back).toBe(`${room}#talk`);
      expect((await posts()).map(({ number, replyTo }) => [number, replyTo])).toEqual([
        [1, null],
        [2, 1],
      ]);
      expect(await openPage(jose, room)).toContain('We pay by the hour.');
    });

    it('keeps whom it answers over a preview and over a refusal', async () => {
      const typed = { ...formFields(await openPage(jose, `${room}?reply=1`), `${room}/posts`) };
      const preview = expectPage(
        await jose.form(`${room}/posts`, { ...typed, body: 'We *pay*.', preview: '1' }),
        room,
      );
      expect(preview).toContain('<em>pay</em>');
      expect(formFields(preview, `${room}/posts`)).toMatchObject({ replyTo: '1' });
      const refused = expectPage(await jose.form(`${room}/posts`, { ...typed, body: ' ' }), room, 400);
      expect(formFields(refused, `${room}/posts`)).toMatchObject({ replyTo: '1' });
      const missing = { ...typed, body: 'To nobody', replyTo: '99' };
      expectPage(await jose.form(`${room}/posts`, missing), room, 400);
      expect(await posts()).toHaveLength(1);
    });

    it('makes nothing of numbers that are none, and sends visitors to sign in first', async () => {
      for (const reply of ['abc', '-1', '0', '1.5', '', '1e999', '%3Cscript%3E']) {
        const page = await openPage(jose, `${room}?reply=${reply}`);
        expect(formFields(page, `${room}/posts`)).not.toHaveProperty('replyTo');
      }
      expect(await openPage(jose, `${room}?reply=1&reply=2`)).toContain('id="composer"');
      expect(await openPage(server.visitor(), room)).toContain(
        `/sign-in?back=${encodeURIComponent(`${room}?reply=1#composer`)}`,
      );
    });
  });

  describe('notes', () => {
    const note = async (count: number) => {
      for (let number = 1; number <= count; number++) {
        const { status } = await jose.post(`/api/v1/sessions/${session.id}/notes`, {
          text: `Line ${number}.`,
        });
        expect(status).toBe(201);
      }
    };

    it('are all there to read, page by page, and on the record', async () => {
      await note(120);
      const notes = `${session.url}/notes`;
      const page = await openPage(jose, room);
      expect(page).toContain('The last 100 of 120 lines.');
      expect(page).toContain(`href="${notes}"`);
      expect(page).not.toContain('Line 20.');
      const first = await openPage(server.visitor(), notes);
      expect(first).toContain('Line 1.');
      expect(first).toContain('1–100 of 120');
      expect(first).not.toContain('Line 101.');
      const next = /rel="next" href="([^"]+)"/.exec(first)?.[1] ?? '';
      const second = await openPage(server.visitor(), next);
      expect(second).toContain('101–120 of 120');
      expect(second).toContain('Line 120.');
      expect(second).toContain(`rel="prev" href="${notes}"`);
      await rosa.post(`/api/v1/sessions/${session.id}/close`, { lessons: [{ text: 'Write it down.' }] });
      expect(await openPage(jose, session.url)).toContain(`href="${notes}"`);
      const record = await openPage(server.visitor(), `${session.url}/record`);
      for (const number of [1, 20, 120]) expect(record).toContain(`Line ${number}.`);
      expect(record).not.toContain(`href="${notes}"`);
    });

    it('say so where there are none, and refuse what is no place in them', async () => {
      const notes = `${session.url}/notes`;
      expect(await openPage(jose, notes)).toContain('Nothing has been written down yet.');
      expect(await openPage(jose, `${notes}?cursor=5000`)).toContain('Nothing has been written down yet.');
      for (const cursor of ['abc', '-1', '1.5'])
        expect((await jose.get(`${notes}?cursor=${cursor}`, { accept: 'text/html' })).status).toBe(400);
      expect((await jose.get('/sessions/nothing/notes', { accept: 'text/html' })).status).toBe(404);
    });
  });
});
