import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OwnSessionView, SessionSummaryView } from '../../../libs/learning/index.js';
import type { Page } from '../../../libs/platform/graph/page.js';
import { type TestClient, TestServer } from '../test-server.js';
import { inMinutes, moveClockTo, problemOf, propose, register, withRole } from './session-maker.js';

describe('lists of sessions', () => {
  let server: TestServer;
  let rosa: TestClient;
  let jose: TestClient;

  beforeAll(async () => {
    server = await TestServer.start();
    rosa = await withRole(server, 'Rosa Quispe');
    jose = await server.member('José Ramírez');
  });

  afterAll(() => server.stop());

  const list = async (query: string, client = server.visitor()) =>
    (await client.get<Page<SessionSummaryView>>(`/api/v1/sessions?${query}`)).body.items.map(({ id }) => id);
  const at = (minutes: number, fields: object) =>
    propose(server, rosa, {
      startsAt: inMinutes(server, minutes),
      endsAt: inMinutes(server, minutes + 60),
      ...fields,
    });

  it('hold what is to come, the next first, and what it is about or with whom', async () => {
    const later = await propose(server, rosa, {
      startsAt: inMinutes(server, 9000),
      endsAt: inMinutes(server, 9060),
      about: ['country:KEN'],
    });
    const sooner = await propose(server, rosa, {
      startsAt: inMinutes(server, 8000),
      endsAt: inMinutes(server, 8060),
      about: ['country:KEN'],
    });
    expect(await list('about=country:KEN')).toEqual([sooner.id, later.id]);
    expect(await list('about=country:KEN&when=all')).toEqual([later.id, sooner.id]);
    expect(await list('about=country:KEN&when=past')).toEqual([]);
    const all = await list('limit=100');
    expect(all.indexOf(sooner.id)).toBeLessThan(all.indexOf(later.id));
    expect(await list(`person=${rosa.person.id}&limit=100`)).toContain(later.id);
    expect(await list(`person=${jose.person.id}`)).toEqual([]);
    const first = await jose.get<Page<SessionSummaryView>>('/api/v1/sessions?about=country:KEN&limit=1');
    expect(await list(`about=country:KEN&limit=1&cursor=${first.body.nextCursor}`)).toEqual([later.id]);
  });

  it('hold those of one format, page by page', async () => {
    const about = ['country:SEN'];
    const ids: string[] = [];
    for (const [index, format] of ['webinar', 'case-clinic', 'webinar', 'study-visit', 'webinar'].entries())
      ids.push((await at(100 + index, { about, format })).id);
    const webinars = [ids[0], ids[2], ids[4]];
    expect(await list('about=country:SEN&format=webinar')).toEqual(webinars);
    expect(await list('format=webinar&limit=100')).toEqual(webinars);
    expect(await list(`person=${rosa.person.id}&format=study-visit`)).toEqual([ids[3]]);
    expect(await list('about=country:SEN&format=other')).toEqual([]);
    const first = await jose.get<Page<SessionSummaryView>>('/api/v1/sessions?format=webinar&limit=2');
    expect(first.body.items.map(({ format }) => format)).toEqual(['webinar', 'webinar']);
    expect(await list(`format=webinar&limit=2&cursor=${first.body.nextCursor}`)).toEqual([ids[4]]);
  });

  it('hold past ones of one format, the latest first', async () => {
    const about = ['country:GHA'];
    const earlier = await at(10, { about, format: 'webinar' });
    const clinic = await at(20, { about, format: 'case-clinic' });
    const later = await at(30, { about, format: 'webinar' });
    await register(jose, clinic);
    moveClockTo(server, Date.parse(later.endsAtUtc) + 1000);
    expect(await list('about=country:GHA&when=past&format=webinar')).toEqual([later.id, earlier.id]);
    expect(await list('when=past&format=case-clinic&limit=1')).toEqual([clinic.id]);
    expect(await list('about=country:GHA&format=webinar')).toEqual([]);
    const own = async (query: string) =>
      (await jose.get<Page<OwnSessionView>>(`/api/v1/me/learning-sessions?${query}`)).body.items.map(
        ({ id }) => id,
      );
    expect(await own('when=past&format=case-clinic')).toEqual([clinic.id]);
    expect(await own('when=past&format=webinar')).toEqual([]);
  });

  it.each(['format=party', 'when=soon', 'about=nothing', 'limit=0', 'limit=1000'])(
    'refuse %s',
    async (query) => {
      expect(problemOf(await jose.get(`/api/v1/sessions?${query}`))[0]).toBe(400);
    },
  );
});
