import type { AccessTable } from '../access-table.js';

/** What belongs to no room: the first page, health, the description of the API, the door of the operator. */
export const platform: AccessTable = {
  objects: {
    'an operation': () => ({ name: 'platform.doctor' }),
    'unknown operation': () => ({ name: 'nothing-here' }),
  },
  sent: { 'POST /internal/operations/:name': {}, 'POST /language': { to: 'fr', back: '/about' } },
  rows: `
    #                                   |                   | vis | mem | oth | fac | ste | adm
    GET    /                            | nothing           | 200 | 200 | 200 | 200 | 200 | 200
    GET    /about                       | nothing           | 200 | 200 | 200 | 200 | 200 | 200
    GET    /robots.txt                  | nothing           | 200 | 200 | 200 | 200 | 200 | 200
    POST   /language                    | nothing           | 303 | 303 | 303 | 303 | 303 | 303
    GET    /healthz                     | nothing           | 200 | 200 | 200 | 200 | 200 | 200
    GET    /readyz                      | nothing           | 200 | 200 | 200 | 200 | 200 | 200
    GET    /metrics                     | nothing           | 200 | 200 | 200 | 200 | 200 | 200
    GET    /api/v1/audit                | nothing           | 401 | 403 | 403 | 403 | 403 | 200
    GET    /administration/audit        | nothing           | 401 | 403 | 403 | 403 | 403 | 200
    GET    /api/docs                    | nothing           | 200 | 200 | 200 | 200 | 200 | 200
    GET    /api/openapi.json            | nothing           | 200 | 200 | 200 | 200 | 200 | 200
    POST   /internal/operations/:name   | an operation      | 404 | 404 | 404 | 404 | 404 | 404
    POST   /internal/operations/:name   | unknown operation | 404 | 404 | 404 | 404 | 404 | 404
  `,
};
