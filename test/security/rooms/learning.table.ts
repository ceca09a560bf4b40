import { inMinutes, propose, register } from '../../api/learning/session-maker.js';
import { formFields } from '../../api/web/web-pages.js';
import type { AccessTable, Community, Ids } from '../access-table.js';
import type { People } from '../people.js';

interface Wanted {
  /** Whether the asker holds a place. */
  place?: boolean;
  /** Whether someone else holds one, and is the person that is spoken of. */
  guest?: boolean;
  running?: boolean;
  closed?: boolean;
}

const OUTCOME = { lessons: [{ text: 'Ask those who open the gates first.' }], commitments: [] };

/** A session whose doors are open. */
const session =
  (owner: keyof People | 'asker', { place, guest, running, closed }: Wanted = {}) =>
  async ({ server, people }: Community, asker: keyof People): Promise<Ids> => {
    const facilitator = people[owner === 'asker' ? asker : owner];
    const times = { startsAt: inMinutes(server, 30), endsAt: inMinutes(server, 120) };
    const made = await propose(server, facilitator, times);
    const path = `/api/v1/sessions/${made.id}`;
    if (place && asker !== 'visitor') await register(people[asker], made);
    if (running) {
      await facilitator.post(`${path}/step`, { from: null });
      await facilitator.post(`${path}/poll`, { open: { question: 'Useful?', options: ['Yes', 'No'] } });
    }
    if (closed) await facilitator.post(`${path}/close`, OUTCOME);
    if (guest) await register(people['someone else'], made);
    const person = guest ? people['someone else'].person.id : facilitator.person.id;
    return { id: made.id, part: 'notes', person };
  };

const calendar = async ({ people }: Community, owner: keyof People): Promise<Ids> => {
  const { body } = await people[owner].post<{ url: string }>('/api/v1/me/calendar-address');
  return { token: /calendars\/([^/]+)\.ics/.exec(body.url)?.[1] ?? '' };
};

const body = ({ server }: Community) => ({
  title: 'Who maintains the gates?',
  purpose: 'A peer assist.',
  format: 'peer-assist',
  about: ['country:PER'],
  languages: ['es'],
  timeZone: 'UTC',
  startsAt: inMinutes(server, 60),
  endsAt: inMinutes(server, 120),
});

const REMOVAL = { reason: 'Comes to sell something.' };
const STEP = { from: null };
const HAND = { raised: true };
const NOTE = { text: 'Order gates early.' };
const CLOSE_FORM = { 'lessons.0.text': 'Ask those who open the gates first.', do: 'close' };

/** Sessions are announced to all; whoever holds a place takes part; facilitators run their own, stewards any. */
export const learning: AccessTable = {
  objects: {
    "the asker's session": session('asker'),
    "another facilitator's session": session('another facilitator'),
    "another's session, with a place": session('another facilitator', { place: true }),
    "the asker's session, with a guest": session('asker', { guest: true }),
    "another's session, with a guest": session('another facilitator', { guest: true }),
    "the asker's running session": session('asker', { running: true }),
    "another's running session": session('another facilitator', { running: true }),
    "another's running session, with a place": session('another facilitator', { running: true, place: true }),
    'a closed session': session('another facilitator', { closed: true }),
    'unknown session': () => ({ id: 'nothing-here', part: 'notes' }),
    'unknown session and guest': () => ({ id: 'nothing-here', person: 'nobody' }),
    "a member's calendar": (community) => calendar(community, 'member'),
    'unknown calendar': () => ({ token: 'nothing-here' }),
  },
  sent: {
    'POST /api/v1/sessions': (_, community) => body(community),
    'PATCH /api/v1/sessions/:id': { title: 'Who mends the gates?' },
    'POST /api/v1/sessions/:id/cancel': { reason: 'Nobody can come' },
    'POST /api/v1/sessions/:id/close': OUTCOME,
    'POST /api/v1/sessions/:id/registration': {},
    'POST /api/v1/sessions/:id/step': STEP,
    'POST /api/v1/sessions/:id/hand': HAND,
    'POST /api/v1/sessions/:id/notes': NOTE,
    'POST /api/v1/sessions/:id/poll': { answer: 0 },
    'POST /api/v1/sessions/:id/attendance': {},
    'POST /api/v1/me/calendar-address': {},
    'POST /sessions/new': (_, community) => ({ ...body(community), do: 'save' }),
    'POST /sessions/:id/edit': async ({ id = '', person: owner }, { people }) => {
      if (!owner) return { title: 'Who mends the gates?' };
      const page = await people.steward.get<string>(`/sessions/${id}/edit`);
      const chosen = {
        about: ['country:PER'],
        facilitators: [`person:${owner}`],
        languages: ['es'],
        do: 'save',
      };
      return { ...formFields(page.text, `/sessions/${id}/edit`), ...chosen, title: 'Who mends the gates?' };
    },
    'PUT /api/v1/sessions/:id/removals/:person': REMOVAL,
    'POST /sessions/:id/remove': ({ person }) => ({ ...REMOVAL, person }),
    'POST /sessions/:id/let-in': ({ person }) => ({ person }),
    'POST /sessions/:id/cancel': { reason: 'Nobody can come' },
    'POST /sessions/:id/close': CLOSE_FORM,
    'POST /sessions/:id/room/step': { from: '' },
    'POST /sessions/:id/room/hand': { raised: 'yes' },
    'POST /sessions/:id/room/notes': NOTE,
    'POST /sessions/:id/room/poll': { answer: '0' },
    'POST /sessions/:id/room/posts': { body: 'Same here.' },
  },
  rows: `
    #                                            |                                         | vis | mem | oth | fac | ste | adm
    GET    /api/v1/sessions                      | nothing                                 | 200 | 200 | 200 | 200 | 200 | 200
    POST   /api/v1/sessions                      | nothing                                 | 401 | 403 | 403 | 201 | 201 | 201
    GET    /api/v1/sessions/:id                  | another facilitator's session           | 200 | 200 | 200 | 200 | 200 | 200
    GET    /api/v1/sessions/:id                  | unknown session                         | 404 | 404 | 404 | 404 | 404 | 404
    PATCH  /api/v1/sessions/:id                  | the asker's session                     | -   | -   | -   | 200 | 200 | 200
    PATCH  /api/v1/sessions/:id                  | another facilitator's session           | 401 | 403 | 403 | 403 | 200 | 200
    PATCH  /api/v1/sessions/:id                  | unknown session                         | 401 | 404 | 404 | 404 | 404 | 404
    GET    /api/v1/sessions/:id.ics              | another facilitator's session           | 200 | 200 | 200 | 200 | 200 | 200
    GET    /api/v1/sessions/:id.ics              | unknown session                         | 404 | 404 | 404 | 404 | 404 | 404
    POST   /api/v1/sessions/:id/cancel           | the asker's session                     | -   | -   | -   | 200 | 200 | 200
    POST   /api/v1/sessions/:id/cancel           | another facilitator's session           | 401 | 403 | 403 | 403 | 200 | 200
    POST   /api/v1/sessions/:id/cancel           | unknown session                         | 401 | 404 | 404 | 404 | 404 | 404
    POST   /api/v1/sessions/:id/close            | the asker's session                     | -   | -   | -   | 200 | 200 | 200
    POST   /api/v1/sessions/:id/close            | another facilitator's session           | 401 | 403 | 403 | 403 | 200 | 200
    POST   /api/v1/sessions/:id/close            | unknown session                         | 401 | 404 | 404 | 404 | 404 | 404
    POST   /api/v1/sessions/:id/registration     | another facilitator's session           | 401 | 200 | 200 | 200 | 200 | 200
    POST   /api/v1/sessions/:id/registration     | a closed session                        | 401 | 409 | 409 | 409 | 409 | 409
    POST   /api/v1/sessions/:id/registration     | unknown session                         | 401 | 404 | 404 | 404 | 404 | 404
    DELETE /api/v1/sessions/:id/registration     | another's session, with a place         | 401 | 200 | 200 | 200 | 200 | 200
    DELETE /api/v1/sessions/:id/registration     | another facilitator's session           | 401 | 200 | 200 | 200 | 200 | 200
    DELETE /api/v1/sessions/:id/registration     | unknown session                         | 401 | 404 | 404 | 404 | 404 | 404
    PUT    /api/v1/sessions/:id/removals/:person | another's session, with a guest         | 401 | 403 | 403 | 403 | 200 | 200
    PUT    /api/v1/sessions/:id/removals/:person | the asker's session, with a guest       | -   | -   | -   | 200 | 200 | 200
    PUT    /api/v1/sessions/:id/removals/:person | unknown session and guest               | 401 | 404 | 404 | 404 | 404 | 404
    PUT    /api/v1/sessions/:id/removals/:person | a closed session                        | 401 | 403 | 403 | 403 | 409 | 409
    DELETE /api/v1/sessions/:id/removals/:person | another's session, with a guest         | 401 | 403 | 403 | 403 | 200 | 200
    DELETE /api/v1/sessions/:id/removals/:person | the asker's session, with a guest       | -   | -   | -   | 200 | 200 | 200
    DELETE /api/v1/sessions/:id/removals/:person | unknown session and guest               | 401 | 404 | 404 | 404 | 404 | 404
    POST   /api/v1/sessions/:id/step             | the asker's session                     | -   | -   | -   | 200 | 200 | 200
    POST   /api/v1/sessions/:id/step             | another facilitator's session           | 401 | 403 | 403 | 403 | 200 | 200
    POST   /api/v1/sessions/:id/step             | unknown session                         | 401 | 404 | 404 | 404 | 404 | 404
    POST   /api/v1/sessions/:id/hand             | another's session, with a place         | 401 | 200 | 200 | 200 | 200 | 200
    POST   /api/v1/sessions/:id/hand             | another facilitator's session           | 401 | 403 | 403 | 403 | 403 | 403
    POST   /api/v1/sessions/:id/hand             | unknown session                         | 401 | 404 | 404 | 404 | 404 | 404
    GET    /api/v1/sessions/:id/notes            | another facilitator's session           | 200 | 200 | 200 | 200 | 200 | 200
    GET    /api/v1/sessions/:id/notes            | unknown session                         | 404 | 404 | 404 | 404 | 404 | 404
    POST   /api/v1/sessions/:id/notes            | another's session, with a place         | 401 | 201 | 201 | 201 | 201 | 201
    POST   /api/v1/sessions/:id/notes            | another facilitator's session           | 401 | 403 | 403 | 403 | 201 | 201
    POST   /api/v1/sessions/:id/notes            | unknown session                         | 401 | 404 | 404 | 404 | 404 | 404
    POST   /api/v1/sessions/:id/poll             | another's running session, with a place | 401 | 200 | 200 | 200 | 200 | 200
    POST   /api/v1/sessions/:id/poll             | another's running session               | 401 | 403 | 403 | 403 | 200 | 200
    POST   /api/v1/sessions/:id/poll             | unknown session                         | 401 | 404 | 404 | 404 | 404 | 404
    POST   /api/v1/sessions/:id/attendance       | another's session, with a place         | 401 | 200 | 200 | 200 | 200 | 200
    POST   /api/v1/sessions/:id/attendance       | another facilitator's session           | 401 | 403 | 403 | 403 | 200 | 200
    POST   /api/v1/sessions/:id/attendance       | unknown session                         | 401 | 404 | 404 | 404 | 404 | 404
    GET    /api/v1/me/learning-sessions          | nothing                                 | 401 | 200 | 200 | 200 | 200 | 200
    GET    /api/v1/me/learning-sessions.ics      | nothing                                 | 401 | 200 | 200 | 200 | 200 | 200
    GET    /api/v1/calendars/:token.ics          | a member's calendar                     | 200 | 200 | 200 | 200 | 200 | 200
    GET    /api/v1/calendars/:token.ics          | unknown calendar                        | 404 | 404 | 404 | 404 | 404 | 404
    POST   /api/v1/me/calendar-address           | nothing                                 | 401 | 201 | 201 | 201 | 201 | 201
    DELETE /api/v1/me/calendar-address           | nothing                                 | 401 | 204 | 204 | 204 | 204 | 204

    # pages
    GET    /sessions                             | nothing                                 | 200 | 200 | 200 | 200 | 200 | 200
    GET    /sessions/new                         | nothing                                 | 401 | 403 | 403 | 200 | 200 | 200
    POST   /sessions/new                         | nothing                                 | 401 | 403 | 403 | 303 | 303 | 303
    GET    /sessions/:id                         | another facilitator's session           | 200 | 200 | 200 | 200 | 200 | 200
    GET    /sessions/:id                         | unknown session                         | 404 | 404 | 404 | 404 | 404 | 404
    POST   /sessions/:id/remove                  | another's session, with a guest         | 401 | 403 | 403 | 403 | 303 | 303
    POST   /sessions/:id/remove                  | the asker's session, with a guest       | -   | -   | -   | 303 | 303 | 303
    POST   /sessions/:id/remove                  | unknown session and guest               | 401 | 404 | 404 | 404 | 404 | 404
    POST   /sessions/:id/let-in                  | another's session, with a guest         | 401 | 403 | 403 | 403 | 303 | 303
    POST   /sessions/:id/let-in                  | the asker's session, with a guest       | -   | -   | -   | 303 | 303 | 303
    POST   /sessions/:id/let-in                  | unknown session and guest               | 401 | 404 | 404 | 404 | 404 | 404
    GET    /sessions/:id/notes                   | another facilitator's session           | 200 | 200 | 200 | 200 | 200 | 200
    GET    /sessions/:id/notes                   | unknown session                         | 404 | 404 | 404 | 404 | 404 | 404
    GET    /sessions/:id/record                  | a closed session                        | 200 | 200 | 200 | 200 | 200 | 200
    GET    /sessions/:id/record                  | another facilitator's session           | 303 | 303 | 303 | 303 | 303 | 303
    GET    /sessions/:id/record                  | unknown session                         | 404 | 404 | 404 | 404 | 404 | 404
    GET    /sessions/:id/edit                    | the asker's session                     | -   | -   | -   | 200 | 200 | 200
    GET    /sessions/:id/edit                    | another facilitator's session           | 401 | 403 | 403 | 403 | 200 | 200
    GET    /sessions/:id/edit                    | unknown session                         | 401 | 404 | 404 | 404 | 404 | 404
    POST   /sessions/:id/edit                    | the asker's session                     | -   | -   | -   | 303 | 303 | 303
    POST   /sessions/:id/edit                    | another facilitator's session           | 401 | 403 | 403 | 403 | 303 | 303
    POST   /sessions/:id/edit                    | unknown session                         | 401 | 404 | 404 | 404 | 404 | 404
    POST   /sessions/:id/cancel                  | the asker's session                     | -   | -   | -   | 303 | 303 | 303
    POST   /sessions/:id/cancel                  | another facilitator's session           | 401 | 403 | 403 | 403 | 303 | 303
    POST   /sessions/:id/cancel                  | unknown session                         | 401 | 404 | 404 | 404 | 404 | 404
    POST   /sessions/:id/register                | another facilitator's session           | 401 | 303 | 303 | 303 | 303 | 303
    POST   /sessions/:id/register                | unknown session                         | 401 | 404 | 404 | 404 | 404 | 404
    POST   /sessions/:id/leave                   | another's session, with a place         | 401 | 303 | 303 | 303 | 303 | 303
    POST   /sessions/:id/leave                   | unknown session                         | 401 | 404 | 404 | 404 | 404 | 404
    GET    /sessions/:id/close                   | the asker's session                     | -   | -   | -   | 200 | 200 | 200
    GET    /sessions/:id/close                   | another facilitator's session           | 401 | 403 | 403 | 403 | 200 | 200
    GET    /sessions/:id/close                   | a closed session                        | 401 | 303 | 303 | 303 | 303 | 303
    GET    /sessions/:id/close                   | unknown session                         | 401 | 404 | 404 | 404 | 404 | 404
    POST   /sessions/:id/close                   | the asker's session                     | -   | -   | -   | 303 | 303 | 303
    POST   /sessions/:id/close                   | another facilitator's session           | 401 | 403 | 403 | 403 | 303 | 303
    POST   /sessions/:id/close                   | a closed session                        | 401 | 403 | 403 | 403 | 409 | 409
    POST   /sessions/:id/close                   | unknown session                         | 401 | 404 | 404 | 404 | 404 | 404
    GET    /sessions/:id/room                    | another facilitator's session           | 200 | 200 | 200 | 200 | 200 | 200
    GET    /sessions/:id/room                    | unknown session                         | 404 | 404 | 404 | 404 | 404 | 404
    GET    /sessions/:id/room/fragment/:part     | another facilitator's session           | 200 | 200 | 200 | 200 | 200 | 200
    GET    /sessions/:id/room/fragment/:part     | unknown session                         | 404 | 404 | 404 | 404 | 404 | 404
    POST   /sessions/:id/room/step               | the asker's session                     | -   | -   | -   | 303 | 303 | 303
    POST   /sessions/:id/room/step               | another facilitator's session           | 401 | 403 | 403 | 403 | 303 | 303
    POST   /sessions/:id/room/step               | unknown session                         | 401 | 404 | 404 | 404 | 404 | 404
    POST   /sessions/:id/room/hand               | another's session, with a place         | 401 | 303 | 303 | 303 | 303 | 303
    POST   /sessions/:id/room/hand               | another facilitator's session           | 401 | 403 | 403 | 403 | 403 | 403
    POST   /sessions/:id/room/hand               | unknown session                         | 401 | 404 | 404 | 404 | 404 | 404
    POST   /sessions/:id/room/notes              | another's session, with a place         | 401 | 303 | 303 | 303 | 303 | 303
    POST   /sessions/:id/room/notes              | another facilitator's session           | 401 | 403 | 403 | 403 | 303 | 303
    POST   /sessions/:id/room/notes              | unknown session                         | 401 | 404 | 404 | 404 | 404 | 404
    POST   /sessions/:id/room/poll               | another's running session, with a place | 401 | 303 | 303 | 303 | 303 | 303
    POST   /sessions/:id/room/poll               | another's running session               | 401 | 403 | 403 | 403 | 303 | 303
    POST   /sessions/:id/room/poll               | unknown session                         | 401 | 404 | 404 | 404 | 404 | 404
    POST   /sessions/:id/room/attendance         | another's session, with a place         | 401 | 303 | 303 | 303 | 303 | 303
    POST   /sessions/:id/room/attendance         | another facilitator's session           | 401 | 403 | 403 | 403 | 303 | 303
    POST   /sessions/:id/room/attendance         | unknown session                         | 401 | 404 | 404 | 404 | 404 | 404
    POST   /sessions/:id/room/posts              | another facilitator's session           | 401 | 303 | 303 | 303 | 303 | 303
    POST   /sessions/:id/room/posts              | unknown session                         | 401 | 404 | 404 | 404 | 404 | 404
  `,
};
