import { buildCaseBody } from '../../api/cases/case-bodies.js';
import type { AccessTable } from '../access-table.js';
import { ASKERS } from '../people.js';

/** The graph holds what everyone may see: a draft is in it for nobody. */
export const explore: AccessTable = {
  objects: {
    'a country': () => ({ key: 'country:PER' }),
    "the asker's draft": async ({ people }, asker) => {
      const { body } = await people[asker].post<{ id: string }>('/api/v1/cases', buildCaseBody());
      return { key: `case:${body.id}` };
    },
    "someone else's draft": async ({ people }) => {
      const { body } = await people['someone else'].post<{ id: string }>('/api/v1/cases', buildCaseBody());
      return { key: `case:${body.id}` };
    },
    'unknown thing': () => ({ key: 'case:nothing-here' }),
  },
  hidden: { "the asker's draft": ASKERS, "someone else's draft": ASKERS },
  rows: `
    #                                                    |                      | vis | mem | oth | fac | ste | adm
    GET    /api/v1/search?q=water                        | nothing              | 200 | 200 | 200 | 200 | 200 | 200
    GET    /api/v1/search/suggestions?q=wat              | nothing              | 200 | 200 | 200 | 200 | 200 | 200
    GET    /api/v1/entities?q={key}                      | a country            | 200 | 200 | 200 | 200 | 200 | 200
    GET    /api/v1/entities?q={key}                      | someone else's draft | 200 | 200 | 200 | 200 | 200 | 200
    GET    /api/v1/entities?q={key}                      | unknown thing        | 200 | 200 | 200 | 200 | 200 | 200
    GET    /api/v1/graph/neighbours?key={key}            | a country            | 200 | 200 | 200 | 200 | 200 | 200
    GET    /api/v1/graph/neighbours?key={key}            | the asker's draft    | -   | 404 | 404 | 404 | 404 | 404
    GET    /api/v1/graph/neighbours?key={key}            | someone else's draft | 404 | 404 | 404 | 404 | 404 | 404
    GET    /api/v1/graph/neighbours?key={key}            | unknown thing        | 404 | 404 | 404 | 404 | 404 | 404
    GET    /api/v1/graph/path?from={key}&to=country:KEN  | a country            | 200 | 200 | 200 | 200 | 200 | 200
    GET    /api/v1/graph/path?from={key}&to=country:KEN  | the asker's draft    | -   | 404 | 404 | 404 | 404 | 404
    GET    /api/v1/graph/path?from={key}&to=country:KEN  | someone else's draft | 404 | 404 | 404 | 404 | 404 | 404
    GET    /api/v1/graph/path?from={key}&to=country:KEN  | unknown thing        | 404 | 404 | 404 | 404 | 404 | 404

    # pages
    GET    /search?q=water                               | nothing              | 200 | 200 | 200 | 200 | 200 | 200
    GET    /search/suggest?q=wat                         | nothing              | 200 | 200 | 200 | 200 | 200 | 200
    GET    /explore                                      | nothing              | 200 | 200 | 200 | 200 | 200 | 200
    GET    /explore/around?key={key}                     | a country            | 200 | 200 | 200 | 200 | 200 | 200
    GET    /explore/around?key={key}                     | the asker's draft    | -   | 404 | 404 | 404 | 404 | 404
    GET    /explore/around?key={key}                     | someone else's draft | 404 | 404 | 404 | 404 | 404 | 404
    GET    /explore/around?key={key}                     | unknown thing        | 404 | 404 | 404 | 404 | 404 | 404
    GET    /explore/path?from={key}&to=country:KEN       | a country            | 200 | 200 | 200 | 200 | 200 | 200
    GET    /explore/path?from={key}&to=country:KEN       | someone else's draft | 404 | 404 | 404 | 404 | 404 | 404
    GET    /explore/path?from={key}&to=country:KEN       | unknown thing        | 404 | 404 | 404 | 404 | 404 | 404
  `,
};
