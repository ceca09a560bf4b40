import { Clock } from '../../../libs/platform/clock/clock.js';
import { approved, convened, propose } from '../../api/dialogues/dialogue-maker.js';
import { formFields } from '../../api/web/web-pages.js';
import type { AccessTable, Community, Ids } from '../access-table.js';
import { NOT_STEWARDS, type People } from '../people.js';

const HOUR_MS = 3_600_000;
const ORDER = ['gathering', 'deliberating', 'deciding'] as const;

/** An hour each, of which the named one is on. */
export const phasesWith = ({ server }: Community, open: (typeof ORDER)[number]) => {
  const now = server.app.get(Clock).now().getTime();
  return ORDER.map((phase, index) => {
    const opensAt = now + (index - ORDER.indexOf(open) - 0.5) * HOUR_MS;
    const at = (time: number) => new Date(time).toISOString();
    return { phase, opensAt: at(opensAt), closesAt: at(opensAt + HOUR_MS) };
  });
};

const dialogue =
  (owner: keyof People | 'asker', phase: (typeof ORDER)[number] = 'deliberating') =>
  async (community: Community, asker: keyof People): Promise<Ids> => {
    const convener = community.people[owner === 'asker' ? asker : owner];
    const { id } = await convened(convener, { timeZone: 'UTC', phases: phasesWith(community, phase) });
    return { id, known: 'yes' };
  };

const closed = async (community: Community, asker: keyof People): Promise<Ids> => {
  const ids = await dialogue('another facilitator', 'deciding')(community, asker);
  await community.people['another facilitator'].post(`/api/v1/dialogues/${ids.id}/close`, OUTCOME);
  return ids;
};

/** A statement in another facilitator's dialogue. */
const statement =
  (author: keyof People | 'asker', status: 'approved' | 'waiting') =>
  async (community: Community, asker: keyof People): Promise<Ids> => {
    const { people } = community;
    const ids = await dialogue('another facilitator')(community, asker);
    const writer = people[author === 'asker' ? asker : author];
    const text = 'Gates should be made where they are used.';
    if (status === 'waiting') return { ...ids, sid: (await propose(writer, ids.id ?? '', text)).body.id };
    const { id: sid } = await approved(writer, people['another facilitator'], ids.id ?? '', text);
    return { ...ids, sid };
  };

const OUTCOME = { agreed: 'Gates are made locally.', agreedBy: 'The four ministries' };
const STATEMENT = { text: 'Those who open the gates should hold the keys.' };

/** Dialogues are read by all; facilitators and stewards convene and moderate; what waits is for its author and them. */
export const dialogues: AccessTable = {
  objects: {
    "the asker's dialogue": dialogue('asker'),
    "another facilitator's dialogue": dialogue('another facilitator'),
    "the asker's dialogue, deciding": dialogue('asker', 'deciding'),
    "another's dialogue, deciding": dialogue('another facilitator', 'deciding'),
    'a closed dialogue': closed,
    'unknown dialogue': () => ({ id: 'nothing-here', sid: 'nothing-here' }),
    'an approved statement': statement('someone else', 'approved'),
    "the asker's waiting statement": statement('asker', 'waiting'),
    "someone else's waiting statement": statement('someone else', 'waiting'),
    'unknown statement': async (community, asker) => ({
      ...(await dialogue('another facilitator')(community, asker)),
      sid: 'nothing-here',
    }),
  },
  sent: {
    'POST /api/v1/dialogues': (_, community) => ({
      question: 'How should countries share what they know of water?',
      phases: phasesWith(community, 'gathering'),
    }),
    'PATCH /api/v1/dialogues/:id': { question: 'How should countries share their water?', version: 1 },
    'POST /api/v1/dialogues/:id/close': OUTCOME,
    'POST /api/v1/dialogues/:id/statements': STATEMENT,
    'PATCH /api/v1/dialogues/:id/statements/:sid': { decision: 'approve' },
    'PUT /api/v1/dialogues/:id/statements/:sid/answer': { choice: 'agree' },
    'POST /dialogues/new': {
      question: 'How should countries share what they know of water?',
      timeZone: 'UTC',
      'phases.gathering.opens': '2031-03-01T00:00',
      'phases.gathering.closes': '2031-03-08T00:00',
      do: 'save',
    },
    'POST /dialogues/:id/edit': async ({ id = '', known }, { people }) => {
      if (!known) return { question: 'How should countries share their water?' };
      const page = await people.steward.get<string>(`/dialogues/${id}/edit`);
      return { ...formFields(page.text, `/dialogues/${id}/edit`), do: 'save' };
    },
    'POST /dialogues/:id/close': { ...OUTCOME, do: 'close' },
    'POST /dialogues/:id/edit of a closed dialogue': { question: 'Who else?', 'about.q': 'Peru', do: 'find' },
    "POST /dialogues/:id/close of another facilitator's dialogue": { ...OUTCOME, do: 'add-commitments' },
    'POST /dialogues/:id/statements': STATEMENT,
    'POST /dialogues/:id/statements/:sid/moderate': { decision: 'approve' },
    'POST /dialogues/:id/statements/:sid/answer': { choice: 'agree' },
  },
  hidden: { "someone else's waiting statement": NOT_STEWARDS },
  rows: `
    #                                                       |                                  | vis | mem | oth | fac | ste | adm
    GET    /api/v1/dialogues                                | nothing                          | 200 | 200 | 200 | 200 | 200 | 200
    POST   /api/v1/dialogues                                | nothing                          | 401 | 403 | 403 | 201 | 201 | 201
    GET    /api/v1/dialogues/:id                            | another facilitator's dialogue   | 200 | 200 | 200 | 200 | 200 | 200
    GET    /api/v1/dialogues/:id                            | unknown dialogue                 | 404 | 404 | 404 | 404 | 404 | 404
    PATCH  /api/v1/dialogues/:id                            | the asker's dialogue             | -   | -   | -   | 200 | 200 | 200
    PATCH  /api/v1/dialogues/:id                            | another facilitator's dialogue   | 401 | 403 | 403 | 403 | 200 | 200
    PATCH  /api/v1/dialogues/:id                            | unknown dialogue                 | 401 | 404 | 404 | 404 | 404 | 404
    POST   /api/v1/dialogues/:id/close                      | the asker's dialogue, deciding   | -   | -   | -   | 201 | 201 | 201
    POST   /api/v1/dialogues/:id/close                      | another's dialogue, deciding     | 401 | 403 | 403 | 403 | 201 | 201
    POST   /api/v1/dialogues/:id/close                      | unknown dialogue                 | 401 | 404 | 404 | 404 | 404 | 404
    GET    /api/v1/dialogues/:id/outcome                    | a closed dialogue                | 200 | 200 | 200 | 200 | 200 | 200
    GET    /api/v1/dialogues/:id/outcome                    | another facilitator's dialogue   | 404 | 404 | 404 | 404 | 404 | 404
    GET    /api/v1/dialogues/:id/outcome                    | unknown dialogue                 | 404 | 404 | 404 | 404 | 404 | 404
    GET    /api/v1/dialogues/:id/results                    | another facilitator's dialogue   | 200 | 200 | 200 | 200 | 200 | 200
    GET    /api/v1/dialogues/:id/results                    | unknown dialogue                 | 404 | 404 | 404 | 404 | 404 | 404
    GET    /api/v1/dialogues/:id/statements                 | someone else's waiting statement | 200 | 200 | 200 | 200 | 200 | 200
    GET    /api/v1/dialogues/:id/statements                 | unknown dialogue                 | 404 | 404 | 404 | 404 | 404 | 404
    GET    /api/v1/dialogues/:id/statements?status=waiting  | someone else's waiting statement | 401 | 403 | 403 | 200 | 200 | 200
    GET    /api/v1/dialogues/:id/statements?status=mine     | someone else's waiting statement | 401 | 200 | 200 | 200 | 200 | 200
    POST   /api/v1/dialogues/:id/statements                 | another facilitator's dialogue   | 401 | 201 | 201 | 201 | 201 | 201
    POST   /api/v1/dialogues/:id/statements                 | unknown dialogue                 | 401 | 404 | 404 | 404 | 404 | 404
    PATCH  /api/v1/dialogues/:id/statements/:sid            | the asker's waiting statement    | -   | 403 | 403 | 200 | 200 | 200
    PATCH  /api/v1/dialogues/:id/statements/:sid            | someone else's waiting statement | 401 | 403 | 403 | 200 | 200 | 200
    PATCH  /api/v1/dialogues/:id/statements/:sid            | unknown statement                | 401 | 403 | 403 | 404 | 404 | 404
    PATCH  /api/v1/dialogues/:id/statements/:sid            | unknown dialogue                 | 401 | 404 | 404 | 404 | 404 | 404
    PUT    /api/v1/dialogues/:id/statements/:sid/answer     | an approved statement            | 401 | 200 | 200 | 200 | 200 | 200
    PUT    /api/v1/dialogues/:id/statements/:sid/answer     | someone else's waiting statement | 401 | 404 | 404 | 404 | 404 | 404
    PUT    /api/v1/dialogues/:id/statements/:sid/answer     | unknown statement                | 401 | 404 | 404 | 404 | 404 | 404

    # pages
    GET    /dialogues                                       | nothing                          | 200 | 200 | 200 | 200 | 200 | 200
    GET    /dialogues/new                                   | nothing                          | 401 | 403 | 403 | 200 | 200 | 200
    POST   /dialogues/new                                   | nothing                          | 401 | 403 | 403 | 303 | 303 | 303
    GET    /dialogues/:id                                   | another facilitator's dialogue   | 200 | 200 | 200 | 200 | 200 | 200
    GET    /dialogues/:id                                   | unknown dialogue                 | 404 | 404 | 404 | 404 | 404 | 404
    GET    /dialogues/:id/edit                              | the asker's dialogue             | -   | -   | -   | 200 | 200 | 200
    GET    /dialogues/:id/edit                              | another facilitator's dialogue   | 401 | 403 | 403 | 403 | 200 | 200
    GET    /dialogues/:id/edit                              | unknown dialogue                 | 401 | 404 | 404 | 404 | 404 | 404
    POST   /dialogues/:id/edit                              | the asker's dialogue             | -   | -   | -   | 303 | 303 | 303
    POST   /dialogues/:id/edit                              | another facilitator's dialogue   | 401 | 403 | 403 | 403 | 303 | 303
    POST   /dialogues/:id/edit                              | a closed dialogue                | 401 | 403 | 403 | 403 | 403 | 403
    POST   /dialogues/:id/edit                              | unknown dialogue                 | 401 | 404 | 404 | 404 | 404 | 404
    GET    /dialogues/:id/close                             | the asker's dialogue, deciding   | -   | -   | -   | 200 | 200 | 200
    GET    /dialogues/:id/close                             | another's dialogue, deciding     | 401 | 403 | 403 | 403 | 200 | 200
    GET    /dialogues/:id/close                             | unknown dialogue                 | 401 | 404 | 404 | 404 | 404 | 404
    POST   /dialogues/:id/close                             | the asker's dialogue, deciding   | -   | -   | -   | 303 | 303 | 303
    POST   /dialogues/:id/close                             | another's dialogue, deciding     | 401 | 403 | 403 | 403 | 303 | 303
    POST   /dialogues/:id/close                             | another facilitator's dialogue   | 401 | 403 | 403 | 403 | 409 | 409
    POST   /dialogues/:id/close                             | unknown dialogue                 | 401 | 404 | 404 | 404 | 404 | 404
    GET    /dialogues/:id/outcome                           | a closed dialogue                | 200 | 200 | 200 | 200 | 200 | 200
    GET    /dialogues/:id/outcome                           | another facilitator's dialogue   | 404 | 404 | 404 | 404 | 404 | 404
    GET    /dialogues/:id/outcome                           | unknown dialogue                 | 404 | 404 | 404 | 404 | 404 | 404
    GET    /dialogues/:id/results                           | another facilitator's dialogue   | 200 | 200 | 200 | 200 | 200 | 200
    GET    /dialogues/:id/results                           | unknown dialogue                 | 404 | 404 | 404 | 404 | 404 | 404
    GET    /dialogues/:id/statements                        | someone else's waiting statement | 200 | 200 | 200 | 200 | 200 | 200
    GET    /dialogues/:id/statements                        | unknown dialogue                 | 404 | 404 | 404 | 404 | 404 | 404
    GET    /dialogues/:id/statements?show=waiting           | someone else's waiting statement | 401 | 403 | 403 | 200 | 200 | 200
    POST   /dialogues/:id/statements                        | another facilitator's dialogue   | 401 | 303 | 303 | 303 | 303 | 303
    POST   /dialogues/:id/statements                        | unknown dialogue                 | 401 | 404 | 404 | 404 | 404 | 404
    POST   /dialogues/:id/statements/:sid/moderate          | the asker's waiting statement    | -   | 403 | 403 | 303 | 303 | 303
    POST   /dialogues/:id/statements/:sid/moderate          | someone else's waiting statement | 401 | 403 | 403 | 303 | 303 | 303
    POST   /dialogues/:id/statements/:sid/moderate          | unknown statement                | 401 | 403 | 403 | 404 | 404 | 404
    GET    /dialogues/:id/statements/:sid/answer            | an approved statement            | 303 | 303 | 303 | 303 | 303 | 303
    GET    /dialogues/:id/statements/:sid/answer            | the asker's waiting statement    | -   | 303 | 303 | 303 | 303 | 303
    GET    /dialogues/:id/statements/:sid/answer            | someone else's waiting statement | 303 | 303 | 303 | 303 | 303 | 303
    GET    /dialogues/:id/statements/:sid/answer            | unknown statement                | 303 | 303 | 303 | 303 | 303 | 303
    POST   /dialogues/:id/statements/:sid/answer            | an approved statement            | 401 | 303 | 303 | 303 | 303 | 303
    POST   /dialogues/:id/statements/:sid/answer            | someone else's waiting statement | 401 | 404 | 404 | 404 | 404 | 404
    POST   /dialogues/:id/statements/:sid/answer            | unknown statement                | 401 | 404 | 404 | 404 | 404 | 404
    GET    /dialogues/:id/answer/fragment                   | another facilitator's dialogue   | 401 | 200 | 200 | 200 | 200 | 200
    GET    /dialogues/:id/answer/fragment                   | unknown dialogue                 | 401 | 404 | 404 | 404 | 404 | 404
  `,
};
