import { buildCaseBody } from '../../api/cases/case-bodies.js';
import type { AccessTable, Community, Ids } from '../access-table.js';
import { NOT_STEWARDS, type People } from '../people.js';

const write = async ({ people }: Community, owner: keyof People, publish: boolean): Promise<Ids> => {
  const { body } = await people[owner].post<{ id: string }>('/api/v1/cases', buildCaseBody({ publish }));
  return { id: body.id };
};

const FORM = { title: 'Water turns on a board', version: '1', lang: 'en', do: 'save' };

/** Published cases are everyone's to read; a draft is there for its contributor and the stewards alone. */
export const cases: AccessTable = {
  objects: {
    "the asker's case": (community, asker) => write(community, asker, true),
    "someone else's case": (community) => write(community, 'someone else', true),
    "the asker's draft": (community, asker) => write(community, asker, false),
    "someone else's draft": (community) => write(community, 'someone else', false),
    'unknown case': () => ({ id: 'nothing-here' }),
  },
  sent: {
    'POST /api/v1/cases': buildCaseBody(),
    'PATCH /api/v1/cases/:id': { title: 'Water turns on a board', version: 1 },
    'POST /api/v1/cases/:id/publish': {},
    'POST /cases/new': FORM,
    'POST /cases/:id/edit': {
      ...FORM,
      summary: 'In short',
      context: 'There',
      whatWorked: 'This',
      whatDidNot: 'That',
      'countries.0.country': 'KGZ',
      'countries.0.role': 'provider',
      'countries.1.country': 'TJK',
      'countries.1.role': 'recipient',
      themes: ['irrigation'],
      startYear: '2021',
    },
  },
  hidden: { "someone else's draft": NOT_STEWARDS },
  rows: `
    #                                    |                      | vis | mem | oth | fac | ste | adm
    GET    /api/v1/cases                 | nothing              | 200 | 200 | 200 | 200 | 200 | 200
    POST   /api/v1/cases                 | nothing              | 401 | 201 | 201 | 201 | 201 | 201
    GET    /api/v1/cases/mine            | nothing              | 401 | 200 | 200 | 200 | 200 | 200
    GET    /api/v1/cases/:id             | someone else's case  | 200 | 200 | 200 | 200 | 200 | 200
    GET    /api/v1/cases/:id             | the asker's draft    | -   | 200 | 200 | 200 | 200 | 200
    GET    /api/v1/cases/:id             | someone else's draft | 404 | 404 | 404 | 404 | 200 | 200
    GET    /api/v1/cases/:id             | unknown case         | 404 | 404 | 404 | 404 | 404 | 404
    PATCH  /api/v1/cases/:id             | the asker's case     | -   | 200 | 200 | 200 | 200 | 200
    PATCH  /api/v1/cases/:id             | someone else's case  | 401 | 403 | 403 | 403 | 200 | 200
    PATCH  /api/v1/cases/:id             | the asker's draft    | -   | 200 | 200 | 200 | 200 | 200
    PATCH  /api/v1/cases/:id             | someone else's draft | 401 | 404 | 404 | 404 | 200 | 200
    PATCH  /api/v1/cases/:id             | unknown case         | 401 | 404 | 404 | 404 | 404 | 404
    POST   /api/v1/cases/:id/publish     | someone else's case  | 401 | 403 | 403 | 403 | 200 | 200
    POST   /api/v1/cases/:id/publish     | the asker's draft    | -   | 200 | 200 | 200 | 200 | 200
    POST   /api/v1/cases/:id/publish     | someone else's draft | 401 | 404 | 404 | 404 | 200 | 200
    POST   /api/v1/cases/:id/publish     | unknown case         | 401 | 404 | 404 | 404 | 404 | 404
    GET    /api/v1/cases/:id/versions    | someone else's case  | 200 | 200 | 200 | 200 | 200 | 200
    GET    /api/v1/cases/:id/versions    | the asker's draft    | -   | 200 | 200 | 200 | 200 | 200
    GET    /api/v1/cases/:id/versions    | someone else's draft | 404 | 404 | 404 | 404 | 200 | 200
    GET    /api/v1/cases/:id/versions    | unknown case         | 404 | 404 | 404 | 404 | 404 | 404
    GET    /api/v1/cases/:id/comparable  | someone else's case  | 200 | 200 | 200 | 200 | 200 | 200
    GET    /api/v1/cases/:id/comparable  | the asker's draft    | -   | 404 | 404 | 404 | 404 | 404
    GET    /api/v1/cases/:id/comparable  | someone else's draft | 404 | 404 | 404 | 404 | 404 | 404
    GET    /api/v1/cases/:id/comparable  | unknown case         | 404 | 404 | 404 | 404 | 404 | 404

    # pages
    GET    /cases                        | nothing              | 200 | 200 | 200 | 200 | 200 | 200
    GET    /cases/mine                   | nothing              | 401 | 200 | 200 | 200 | 200 | 200
    GET    /cases/new                    | nothing              | 401 | 200 | 200 | 200 | 200 | 200
    POST   /cases/new                    | nothing              | 401 | 303 | 303 | 303 | 303 | 303
    GET    /cases/:id                    | someone else's case  | 200 | 200 | 200 | 200 | 200 | 200
    GET    /cases/:id                    | the asker's draft    | -   | 200 | 200 | 200 | 200 | 200
    GET    /cases/:id                    | someone else's draft | 404 | 404 | 404 | 404 | 200 | 200
    GET    /cases/:id                    | unknown case         | 404 | 404 | 404 | 404 | 404 | 404
    GET    /cases/:id/comparable         | someone else's case  | 200 | 200 | 200 | 200 | 200 | 200
    GET    /cases/:id/comparable         | someone else's draft | 404 | 404 | 404 | 404 | 404 | 404
    GET    /cases/:id/comparable         | unknown case         | 404 | 404 | 404 | 404 | 404 | 404
    GET    /cases/:id/versions           | someone else's case  | 200 | 200 | 200 | 200 | 200 | 200
    GET    /cases/:id/versions           | the asker's draft    | -   | 200 | 200 | 200 | 200 | 200
    GET    /cases/:id/versions           | someone else's draft | 404 | 404 | 404 | 404 | 200 | 200
    GET    /cases/:id/versions           | unknown case         | 404 | 404 | 404 | 404 | 404 | 404
    GET    /cases/:id/edit               | the asker's case     | -   | 200 | 200 | 200 | 200 | 200
    GET    /cases/:id/edit               | someone else's case  | 401 | 403 | 403 | 403 | 200 | 200
    GET    /cases/:id/edit               | someone else's draft | 401 | 404 | 404 | 404 | 200 | 200
    GET    /cases/:id/edit               | unknown case         | 401 | 404 | 404 | 404 | 404 | 404
    POST   /cases/:id/edit               | the asker's case     | -   | 303 | 303 | 303 | 303 | 303
    POST   /cases/:id/edit               | someone else's case  | 401 | 403 | 403 | 403 | 303 | 303
    POST   /cases/:id/edit               | someone else's draft | 401 | 404 | 404 | 404 | 303 | 303
    POST   /cases/:id/edit               | unknown case         | 401 | 404 | 404 | 404 | 404 | 404
    POST   /cases/:id/publish            | someone else's case  | 401 | 403 | 403 | 403 | 303 | 303
    POST   /cases/:id/publish            | the asker's draft    | -   | 303 | 303 | 303 | 303 | 303
    POST   /cases/:id/publish            | someone else's draft | 401 | 404 | 404 | 404 | 303 | 303
    POST   /cases/:id/publish            | unknown case         | 401 | 404 | 404 | 404 | 404 | 404
  `,
};
