import { buildCaseBody } from '../../api/cases/case-bodies.js';
import type { AccessTable, Community, Ids } from '../access-table.js';
import { NOT_STEWARDS, type People } from '../people.js';

const start = async ({ people }: Community, owner: keyof People, closed = false): Promise<Ids> => {
  const starter = people[owner];
  const asked = {
    about: 'country:PER',
    title: 'Who pays for the gates?',
    body: 'Our spare parts were late.',
  };
  const { body } = await starter.post<{ id: string }>('/api/v1/threads', asked);
  if (closed) await starter.post(`/api/v1/threads/${body.id}/close`, { reason: 'Answered' });
  return { id: body.id, number: '1', person: starter.person.id };
};

const draft = async ({ people }: Community): Promise<Ids> => {
  const { body } = await people['someone else'].post<{ id: string }>('/api/v1/cases', buildCaseBody());
  return { key: `case:${body.id}` };
};

const START = { title: 'Who pays for the gates?', body: 'Our spare parts were late.' };

/** Whoever is there may read; those who sign in may speak; stewards mend. */
export const discussions: AccessTable = {
  objects: {
    "the asker's thread": (community, asker) => start(community, asker),
    "someone else's thread": (community) => start(community, 'someone else'),
    "the asker's closed thread": (community, asker) => start(community, asker, true),
    "someone else's closed thread": (community) => start(community, 'someone else', true),
    'unknown thread': () => ({ id: 'nothing-here', number: '1' }),
    'unknown post': async (community) => ({ ...(await start(community, 'someone else')), number: '99' }),
    'a country': () => ({ key: 'country:PER' }),
    "someone else's draft": draft,
    'unknown subject': () => ({ key: 'case:nothing-here' }),
    'a person': ({ people }) => ({ id: people.member.person.id }),
    'unknown person': () => ({ id: 'nothing-here' }),
  },
  sent: {
    'POST /api/v1/threads': ({ key }) => ({ ...START, about: key }),
    'POST /api/v1/threads/:id/posts': { body: 'Same here.' },
    'PATCH /api/v1/threads/:id/posts/:number': { body: 'In other words', version: 1 },
    'POST /api/v1/threads/:id/close': { reason: 'Answered' },
    'POST /api/v1/threads/:id/reopen': {},
    'POST /threads': ({ key }) => ({ ...START, about: key }),
    'POST /threads/:id/posts': { body: 'Same here.' },
    'POST /threads/:id/posts/:number/edit': { body: 'In other words', version: '1' },
    'POST /threads/:id/close': { reason: 'Answered' },
    'POST /preview': { body: '*so*' },
  },
  hidden: { "someone else's draft": NOT_STEWARDS },
  rows: `
    #                                                 |                              | vis | mem | oth | fac | ste | adm
    GET    /api/v1/threads                            | nothing                      | 200 | 200 | 200 | 200 | 200 | 200
    GET    /api/v1/threads?about={key}                | a country                    | 200 | 200 | 200 | 200 | 200 | 200
    GET    /api/v1/threads?about={key}                | someone else's draft         | 200 | 200 | 200 | 200 | 200 | 200
    GET    /api/v1/threads?about={key}                | unknown subject              | 200 | 200 | 200 | 200 | 200 | 200
    POST   /api/v1/threads                            | a country                    | 401 | 201 | 201 | 201 | 201 | 201
    POST   /api/v1/threads                            | someone else's draft         | 401 | 400 | 400 | 400 | 400 | 400
    POST   /api/v1/threads                            | unknown subject              | 401 | 400 | 400 | 400 | 400 | 400
    GET    /api/v1/threads/:id                        | someone else's thread        | 200 | 200 | 200 | 200 | 200 | 200
    GET    /api/v1/threads/:id                        | someone else's closed thread | 200 | 200 | 200 | 200 | 200 | 200
    GET    /api/v1/threads/:id                        | unknown thread               | 404 | 404 | 404 | 404 | 404 | 404
    GET    /api/v1/threads/:id/posts                  | someone else's thread        | 200 | 200 | 200 | 200 | 200 | 200
    GET    /api/v1/threads/:id/posts                  | unknown thread               | 404 | 404 | 404 | 404 | 404 | 404
    POST   /api/v1/threads/:id/posts                  | someone else's thread        | 401 | 201 | 201 | 201 | 201 | 201
    POST   /api/v1/threads/:id/posts                  | the asker's closed thread    | -   | 409 | 409 | 409 | 409 | 409
    POST   /api/v1/threads/:id/posts                  | someone else's closed thread | 401 | 409 | 409 | 409 | 409 | 409
    POST   /api/v1/threads/:id/posts                  | unknown thread               | 401 | 404 | 404 | 404 | 404 | 404
    PATCH  /api/v1/threads/:id/posts/:number          | the asker's thread           | -   | 200 | 200 | 200 | 200 | 200
    PATCH  /api/v1/threads/:id/posts/:number          | the asker's closed thread    | -   | 403 | 403 | 403 | 200 | 200
    PATCH  /api/v1/threads/:id/posts/:number          | someone else's thread        | 401 | 403 | 403 | 403 | 200 | 200
    PATCH  /api/v1/threads/:id/posts/:number          | unknown post                 | 401 | 404 | 404 | 404 | 404 | 404
    PATCH  /api/v1/threads/:id/posts/:number          | unknown thread               | 401 | 404 | 404 | 404 | 404 | 404
    GET    /api/v1/threads/:id/posts/:number/history  | someone else's thread        | 200 | 200 | 200 | 200 | 200 | 200
    GET    /api/v1/threads/:id/posts/:number/history  | unknown post                 | 404 | 404 | 404 | 404 | 404 | 404
    GET    /api/v1/threads/:id/posts/:number/history  | unknown thread               | 404 | 404 | 404 | 404 | 404 | 404
    POST   /api/v1/threads/:id/close                  | the asker's thread           | -   | 200 | 200 | 200 | 200 | 200
    POST   /api/v1/threads/:id/close                  | someone else's thread        | 401 | 403 | 403 | 200 | 200 | 200
    POST   /api/v1/threads/:id/close                  | unknown thread               | 401 | 404 | 404 | 404 | 404 | 404
    POST   /api/v1/threads/:id/reopen                 | the asker's closed thread    | -   | 200 | 200 | 200 | 200 | 200
    POST   /api/v1/threads/:id/reopen                 | someone else's closed thread | 401 | 403 | 403 | 200 | 200 | 200
    POST   /api/v1/threads/:id/reopen                 | unknown thread               | 401 | 404 | 404 | 404 | 404 | 404
    GET    /api/v1/people/:id/threads                 | a person                     | 200 | 200 | 200 | 200 | 200 | 200
    GET    /api/v1/people/:id/threads                 | unknown person               | 200 | 200 | 200 | 200 | 200 | 200

    # pages
    GET    /threads                                   | nothing                      | 200 | 200 | 200 | 200 | 200 | 200
    GET    /threads?mine=1                            | nothing                      | 200 | 200 | 200 | 200 | 200 | 200
    GET    /threads?about={key}                       | someone else's draft         | 200 | 200 | 200 | 200 | 200 | 200
    GET    /threads?about={key}                       | unknown subject              | 200 | 200 | 200 | 200 | 200 | 200
    POST   /threads                                   | a country                    | 401 | 303 | 303 | 303 | 303 | 303
    POST   /threads                                   | someone else's draft         | 401 | 400 | 400 | 400 | 400 | 400
    POST   /threads                                   | unknown subject              | 401 | 400 | 400 | 400 | 400 | 400
    GET    /threads/new                               | nothing                      | 401 | 200 | 200 | 200 | 200 | 200
    GET    /threads/new?about={key}                   | someone else's draft         | 401 | 400 | 400 | 400 | 400 | 400
    GET    /threads/new?about={key}                   | unknown subject              | 401 | 400 | 400 | 400 | 400 | 400
    GET    /threads/:id                               | someone else's thread        | 200 | 200 | 200 | 200 | 200 | 200
    GET    /threads/:id                               | unknown thread               | 404 | 404 | 404 | 404 | 404 | 404
    GET    /threads/:id/posts                         | someone else's thread        | 303 | 303 | 303 | 303 | 303 | 303
    GET    /threads/:id/posts                         | unknown thread               | 303 | 303 | 303 | 303 | 303 | 303
    POST   /threads/:id/posts                         | someone else's thread        | 401 | 303 | 303 | 303 | 303 | 303
    POST   /threads/:id/posts                         | someone else's closed thread | 401 | 409 | 409 | 409 | 409 | 409
    POST   /threads/:id/posts                         | unknown thread               | 401 | 404 | 404 | 404 | 404 | 404
    POST   /threads/:id/close                         | the asker's thread           | -   | 303 | 303 | 303 | 303 | 303
    POST   /threads/:id/close                         | someone else's thread        | 401 | 403 | 403 | 303 | 303 | 303
    POST   /threads/:id/close                         | unknown thread               | 401 | 404 | 404 | 404 | 404 | 404
    POST   /threads/:id/reopen                        | the asker's closed thread    | -   | 303 | 303 | 303 | 303 | 303
    POST   /threads/:id/reopen                        | someone else's closed thread | 401 | 403 | 403 | 303 | 303 | 303
    POST   /threads/:id/reopen                        | unknown thread               | 401 | 404 | 404 | 404 | 404 | 404
    GET    /threads/:id/reply/:number                 | someone else's thread        | 401 | 200 | 200 | 200 | 200 | 200
    GET    /threads/:id/reply/:number                 | someone else's closed thread | 401 | 409 | 409 | 409 | 409 | 409
    GET    /threads/:id/reply/:number                 | unknown post                 | 401 | 404 | 404 | 404 | 404 | 404
    GET    /threads/:id/posts/:number/edit            | the asker's thread           | -   | 200 | 200 | 200 | 200 | 200
    GET    /threads/:id/posts/:number/edit            | the asker's closed thread    | -   | 403 | 403 | 403 | 200 | 200
    GET    /threads/:id/posts/:number/edit            | someone else's thread        | 401 | 403 | 403 | 403 | 200 | 200
    GET    /threads/:id/posts/:number/edit            | unknown post                 | 401 | 404 | 404 | 404 | 404 | 404
    POST   /threads/:id/posts/:number/edit            | the asker's thread           | -   | 303 | 303 | 303 | 303 | 303
    POST   /threads/:id/posts/:number/edit            | the asker's closed thread    | -   | 403 | 403 | 403 | 303 | 303
    POST   /threads/:id/posts/:number/edit            | someone else's thread        | 401 | 403 | 403 | 403 | 303 | 303
    POST   /threads/:id/posts/:number/edit            | unknown post                 | 401 | 404 | 404 | 404 | 404 | 404
    GET    /threads/:id/posts/:number/fragment        | someone else's thread        | 200 | 200 | 200 | 200 | 200 | 200
    GET    /threads/:id/posts/:number/fragment        | unknown post                 | 404 | 404 | 404 | 404 | 404 | 404
    GET    /threads/:id/posts/:number/history         | someone else's thread        | 200 | 200 | 200 | 200 | 200 | 200
    GET    /threads/:id/posts/:number/history         | unknown post                 | 404 | 404 | 404 | 404 | 404 | 404
    POST   /preview                                   | nothing                      | 401 | 200 | 200 | 200 | 200 | 200
  `,
};
