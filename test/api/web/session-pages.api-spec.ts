import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CaseView } from '../../../libs/cases/index.js';
import { Clock } from '../../../libs/platform/clock/clock.js';
import { inMinutes, moveClockTo, propose, show, withRole } from '../learning/session-maker.js';
import { type TestClient, TestServer } from '../test-server.js';
import { expectPage, expectSeeOther, fillIn, formFields, openPage } from './web-pages.js';

const HOSTILE = `"><script>alert(1)</script><img src=x onerror="alert(2)"> '{{7*7}}'`;

/** In minutes. */
const DAY = 24 * 60;

describe('sessions, with scripts off', () => {
  let server: TestServer;
  let rosa: TestClient;
  let amina: TestClient;
  let jose: TestClient;
  let gates: CaseView;

  beforeAll(async () => {
    server = await TestServer.start();
    rosa = await withRole(server, 'Rosa Quispe');
    amina = await server.member('Amina Mohamud');
    jose = await server.member('José Ramírez');
    const told = await amina.post<CaseView>('/api/v1/cases', {
      title: 'Gates that users repair',
      summary: 'Two of three kept running.',
      whatWorked: 'Spare parts in the village.',
      whatDidNot: 'The third gate rusted.',
      lang: 'en',
      countries: [{ country: 'PER' }],
      themes: ['water'],
      publish: true,
    });
    expect(told.status).toBe(201);
    gates = told.body;
    await server.settled();
  });

  afterAll(() => server.stop());

  beforeEach(() => moveClockTo(server, Date.now()));

  it('go from a proposal over registration, steps and a record to a commitment that was kept', async () => {
    const day = inMinutes(server, 3 * DAY).slice(0, 10);
    const found = expectPage(
      await fillIn(rosa, `/sessions/new?about=case:${gates.id}`, '/sessions/new', {
        title: 'Who maintains the gates?',
        do: 'find',
        'about.q': 'Peru',
        about: `case:${gates.id}`,
      }),
      '/sessions/new',
    );
    expect(found).toContain('value="country:PER"');
    expect(found).toMatch(
      new RegExp(`value="case:${gates.id}"[^>]*checked|checked[^>]*value="case:${gates.id}"`),
    );
    const form = {
      ...formFields(found, '/sessions/new'),
      purpose: 'We look for **what works**.',
      about: [`case:${gates.id}`, 'country:PER'],
      languages: ['es', 'en'],
      timeZone: 'America/Lima',
      startsAt: `${day}T14:00`,
      endsAt: `${day}T15:00`,
      places: '1',
      meetingLink: 'https://meet.example.org/gates',
      'agenda.0.title': 'Welcome',
      'agenda.0.minutes': '10',
      'agenda.2.title': 'The case',
      'agenda.2.minutes': '40',
      'agenda.2.prompt': 'What surprised you?',
      do: 'save',
    };
    const refused = expectPage(
      await rosa.form('/sessions/new', { ...form, endsAt: `${day}T13:00` }),
      'new',
      400,
    );
    expect(refused).toContain('<a href="#endsAt">');
    expect(formFields(refused, '/sessions/new')).toMatchObject({
      title: 'Who maintains the gates?',
      'agenda.1.title': 'The case',
    });
    const url = expectSeeOther(await rosa.form('/sessions/new', form));

    const page = await openPage(amina, url);
    expect(page).toContain('America/Lima');
    expect(page).toContain('UTC');
    expect(page).toContain('<strong>what works</strong>');
    expect(page).toContain(`href="/cases/${gates.id}"`);
    expect(page).not.toContain('meet.example.org');
    expectSeeOther(await fillIn(amina, url, `${url}/register`, {}));
    expect(await openPage(amina, url)).toContain('https://meet.example.org/gates');
    expectSeeOther(await fillIn(jose, url, `${url}/register`, {}));
    expect(await openPage(jose, url)).toContain('You are number 1 on the waiting list');
    expectSeeOther(await fillIn(amina, url, `${url}/leave`, {}));
    expect(await openPage(jose, url)).toContain('You have a place');

    const room = `${url}/room`;
    expect(await openPage(jose, room)).toContain('The live room is not open yet');
    moveClockTo(server, `${day}T19:00:00Z`);
    expectSeeOther(await fillIn(rosa, room, `${room}/step`, {}));
    server.app.get(Clock).moveBy(90_000);
    const live = await openPage(jose, room);
    expect(live).toMatch(/08:(29|30)/);
    expect(live).toContain('Step 1 of 2');
    expectSeeOther(await rosa.form(`${room}/step`, { from: '0' }));
    expect(await openPage(jose, room)).toContain('Step 2 of 2');
    expect(await openPage(rosa, room)).toContain('Back one step');
    expectSeeOther(await rosa.form(`${room}/step`, { from: '1', back: 'yes' }));
    expect(await openPage(jose, room)).toContain('Step 1 of 2');
    expectSeeOther(await fillIn(jose, room, `${room}/hand`, {}));
    expect(await openPage(rosa, room)).toContain('Lower the hand of José Ramírez');
    expectSeeOther(await fillIn(rosa, room, `${room}/notes`, { text: 'Order gates early.' }));
    expectSeeOther(
      await rosa.form(`${room}/poll`, {
        open: 'yes',
        question: 'What delays you?',
        options: 'Customs\nMoney',
      }),
    );
    expectSeeOther(await jose.form(`${room}/poll`, { answer: '1' }));
    expectSeeOther(await fillIn(jose, room, `${room}/posts`, { body: 'Which *workshop* did you choose?' }));
    const seen = await openPage(rosa, room);
    expect(seen).toContain('Order gates early.');
    expect(seen).toContain('<em>workshop</em>');
    expect(seen).toMatch(/Money.*?<b>1<span/s);

    const close = `${url}/close`;
    const empty = expectPage(await fillIn(rosa, close, close, { do: 'close' }), close, 400);
    expect(empty).toContain('<a href="#lessons">');
    expectSeeOther(
      await fillIn(rosa, close, close, {
        do: 'close',
        'lessons.0.text': 'Order gates **early**.',
        'lessons.0.otherCase': `${server.url}/cases/${gates.id}`,
        'commitments.0.text': 'Send the drawings of the gate',
        'commitments.0.ownerKey': `person:${jose.person.id}`,
        'commitments.0.dueOn': inMinutes(server, 30 * DAY).slice(0, 10),
      }),
    );
    const record = await openPage(server.visitor(), `${url}/record`);
    for (const words of [
      'Order gates **early**.',
      'Gates that users repair',
      'Send the drawings',
      'What delays you?',
    ])
      expect(record).toContain(words);
    const commitment = /href="(\/commitments\/[^"]+)"/.exec(record)?.[1] ?? '';
    expect(await openPage(server.visitor(), `/commitments?entity=case:${gates.id}`)).toContain(commitment);
    expect(await openPage(amina, commitment)).not.toContain(`action="${commitment}/report"`);
    const short = expectPage(
      await fillIn(jose, commitment, `${commitment}/report`, { state: 'kept', note: '' }),
      commitment,
      400,
    );
    expect(short).toContain('<a href="#note">');
    expectSeeOther(
      await fillIn(jose, commitment, `${commitment}/report`, { state: 'kept', note: 'Sent to all three.' }),
    );
    expect(await openPage(server.visitor(), '/commitments?state=kept')).toContain('Sent to all three.');
    for (const path of [`/cases/${gates.id}`, '/countries/PER', `/people/${rosa.person.id}`])
      expect(await openPage(server.visitor(), path)).toContain('Who maintains the gates?');
  });

  it('answer in every language, before and while they go on', async () => {
    const { id, url } = await propose(server, rosa, {
      startsAt: inMinutes(server, 30),
      endsAt: inMinutes(server, 90),
    });
    await jose.post(`/api/v1/sessions/${id}/registration`, {});
    await rosa.post(`/api/v1/sessions/${id}/step`, { from: null });
    const parts = ['step', 'agenda', 'hands', 'poll', 'notes', 'people', 'all'];
    for (const locale of ['en', 'fr', 'es', 'pt', 'ar', 'zh', 'ru']) {
      for (const path of ['/sessions', '/sessions?when=past', '/commitments', url, `${url}/room`])
        expect(
          await openPage(server.visitor(), `${path}${path.includes('?') ? '&' : '?'}lang=${locale}`),
        ).toContain(`<html lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}"`);
      for (const path of ['/sessions?mine=1', '/sessions/new', `${url}/edit`, `${url}/room`, `${url}/close`])
        await openPage(rosa, `${path}${path.includes('?') ? '&' : '?'}lang=${locale}`);
    }
    for (const part of parts) {
      const fragment = await jose.get<string>(`${url}/room/fragment/${part}?lang=ar`);
      expect(fragment.status).toBe(200);
      expect(fragment.text).not.toMatch(/<html|\bsessions\.[a-z]/);
    }
    expect((await jose.get(`${url}/room/fragment/nothing`)).status).toBe(404);
  });

  it('are listed by when, format and theme', async () => {
    const water = await propose(server, rosa, {
      title: 'Water clinic',
      format: 'case-clinic',
      about: ['theme:water'],
    });
    const visit = await propose(server, rosa, { title: 'A visit to Puno', format: 'study-visit' });
    const list = (query: string) => openPage(server.visitor(), `/sessions${query}`);
    expect(await list('')).toContain(visit.url);
    expect(await list('?format=case-clinic')).not.toContain(visit.url);
    expect(await list('?format=case-clinic&about=theme:water')).toContain(water.url);
    expect(await list('?about=theme:water')).not.toContain(visit.url);
    expect(await list('?when=past')).not.toContain(visit.url);
    expect(await list(`?person=${rosa.person.id}`)).toContain(visit.url);
    await openPage(server.visitor(), '/sessions?format=party', 400);
    await openPage(server.visitor(), '/sessions?cursor=bad', 400);
  });

  it('are changed without overwriting, and called off with a reason', async () => {
    const { id, url } = await propose(server, rosa);
    const edit = `${url}/edit`;
    const boxes = { about: ['country:PER'], languages: ['en'], facilitators: [`person:${rosa.person.id}`] };
    const fields = { ...formFields(await openPage(rosa, edit), edit), ...boxes, do: 'save' };
    expectSeeOther(await rosa.form(edit, { ...fields, title: 'From the other tab' }));
    const page = expectPage(await rosa.form(edit, { ...fields, title: 'From this tab' }), edit, 409);
    expect(formFields(page, edit).title).toBe('From this tab');
    expect((await show(rosa, { id })).title).toBe('From the other tab');
    await openPage(jose, edit, 403);
    expectPage(await fillIn(rosa, url, `${url}/cancel`, { reason: '' }), url, 400);
    expectSeeOther(await fillIn(rosa, url, `${url}/cancel`, { reason: 'The road is closed.' }));
    expect(await openPage(server.visitor(), url)).toContain('The road is closed.');
    const late = expectPage(await jose.form(`${url}/register`, {}), url, 409);
    expect(late).toContain('This session was called off.');
  });

  it('say clearly what may not be done', async () => {
    const { url } = await propose(server, rosa, {
      startsAt: inMinutes(server, 30),
      endsAt: inMinutes(server, 90),
    });
    const room = `${url}/room`;
    await openPage(server.visitor(), '/sessions/new', 401);
    await openPage(jose, '/sessions/new', 403);
    await openPage(jose, `${url}/close`, 403);
    await openPage(jose, '/sessions/nothing', 404);
    await openPage(jose, '/sessions/nothing/room', 404);
    await openPage(jose, '/commitments/nothing', 404);
    const note = expectPage(await jose.form(`${room}/notes`, { text: 'Kept as typed' }), room, 403);
    expect(note).toContain('Register first.');
    expectPage(await rosa.form(`${room}/poll`, { answer: '7' }), room, 409);
    const poll = expectPage(
      await rosa.form(`${room}/poll`, { open: 'yes', question: 'Why?', options: 'One' }),
      room,
      400,
    );
    expect(formFields(poll, `${room}/poll`)).toMatchObject({ question: 'Why?', options: 'One' });
    expectPage(await rosa.form(`${room}/step`, { from: 'soon' }), room, 400);
    expectPage(await jose.form(`${url}/register`, { timeZone: 'Moon/Base' }), url, 400);
  });

  it('show what people typed as text, wherever it stands', async () => {
    const line = HOSTILE.slice(0, 70);
    const { id, url } = await propose(server, rosa, {
      title: line,
      purpose: HOSTILE,
      startsAt: inMinutes(server, 30),
      endsAt: inMinutes(server, 90),
      agenda: [{ title: line, minutes: 5, prompt: HOSTILE }],
    });
    const room = `${url}/room`;
    await rosa.post(`/api/v1/sessions/${id}/step`, { from: null });
    expectSeeOther(await rosa.form(`${room}/notes`, { text: HOSTILE }));
    expectSeeOther(await rosa.form(`${room}/posts`, { body: HOSTILE }));
    expectSeeOther(
      await rosa.form(`${room}/poll`, { open: 'yes', question: line, options: `${line}\nOther` }),
    );
    const holds = (text: string) => /<script>alert|<img src=x|<[^>]*\sonerror=/.test(text);
    for (const path of [
      '/sessions',
      url,
      room,
      `${room}/fragment/all`,
      `${url}/edit`,
      `${url}/close`,
      '/countries/PER',
    ])
      expect({ path, holds: holds((await rosa.get<string>(path)).text) }).toEqual({ path, holds: false });
    const again = await rosa.form('/sessions/new', {
      title: HOSTILE,
      timeZone: HOSTILE,
      'about.q': HOSTILE,
      do: 'save',
    });
    expect(holds(expectPage(again, 'new'))).toBe(false);
    const close = `${url}/close`;
    expect(holds((await rosa.form(close, { do: 'close', 'commitments.0.otherOwner': HOSTILE })).text)).toBe(
      false,
    );
    expectSeeOther(
      await rosa.form(close, {
        do: 'close',
        summary: HOSTILE,
        'lessons.0.text': HOSTILE,
        'commitments.0.text': HOSTILE,
        'commitments.0.ownerKey': `person:${rosa.person.id}`,
        'commitments.0.dueOn': inMinutes(server, 9000).slice(0, 10),
      }),
    );
    const query = encodeURIComponent(HOSTILE);
    for (const path of [
      url,
      `${url}/record`,
      '/commitments',
      `/commitments?q=${query}`,
      `/people/${rosa.person.id}`,
    ])
      expect({ path, holds: holds((await rosa.get<string>(path)).text) }).toEqual({ path, holds: false });
  });
});
