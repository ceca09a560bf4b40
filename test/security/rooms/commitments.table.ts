import { makeCommitments } from '../../api/commitments/commitment-maker.js';
import type { AccessTable, Community, Ids } from '../access-table.js';
import type { People } from '../people.js';

/** One that the owner has made and owns. */
const make = async ({ server, people }: Community, owner: keyof People): Promise<Ids> => {
  const [made] = await makeCommitments(server, people[owner], {
    answers: 'country:PER',
    about: [],
    commitments: [
      {
        text: 'Send the drawings of the gates',
        ownerKey: `person:${people[owner].person.id}`,
        dueOn: '2031-05-01',
      },
    ],
  });
  const id = made?.id ?? '';
  return { id, owner: people[owner].person.id };
};

/** From the owner to somebody else. */
const handOver = (owner: string | undefined, people: People) => ({
  ownerKey: `person:${people['another facilitator'].person.id}`,
  insteadOf: `person:${owner ?? 'nobody'}`,
});

/** What was promised is public; who promised, who wrote it down and stewards say what came of it. */
export const commitments: AccessTable = {
  objects: {
    "the asker's commitment": make,
    'a commitment that changed hands': async (community, asker) => ({
      ...(await make(community, asker)),
      owner: 'nobody',
    }),
    "someone else's commitment": (community) => make(community, 'someone else'),
    'unknown commitment': () => ({ id: 'nothing-here' }),
  },
  sent: {
    'POST /api/v1/commitments/:id/reports': { state: 'partly', note: 'Half of them are sent.', version: 1 },
    'PUT /api/v1/commitments/:id/owner': ({ owner }, { people }) => handOver(owner, people),
    'POST /commitments/:id/owner': ({ owner }, { people }) => handOver(owner, people),
    'POST /commitments/:id/report': { state: 'partly', note: 'Half of them are sent.', version: '1' },
  },
  rows: `
    #                                        |                           | vis | mem | oth | fac | ste | adm
    GET    /api/v1/commitments               | nothing                   | 200 | 200 | 200 | 200 | 200 | 200
    GET    /api/v1/commitments/:id           | someone else's commitment | 200 | 200 | 200 | 200 | 200 | 200
    GET    /api/v1/commitments/:id           | unknown commitment        | 404 | 404 | 404 | 404 | 404 | 404
    POST   /api/v1/commitments/:id/reports   | the asker's commitment    | -   | 201 | 201 | 201 | 201 | 201
    POST   /api/v1/commitments/:id/reports   | someone else's commitment | 401 | 403 | 403 | 403 | 201 | 201
    POST   /api/v1/commitments/:id/reports   | unknown commitment        | 401 | 404 | 404 | 404 | 404 | 404

    PUT    /api/v1/commitments/:id/owner     | the asker's commitment    | -   | 200 | 200 | 200 | 200 | 200
    PUT    /api/v1/commitments/:id/owner     | someone else's commitment | 401 | 403 | 403 | 200 | 200 | 200
    PUT    /api/v1/commitments/:id/owner     | a commitment that changed hands | - | 409 | 409 | 409 | 409 | 409
    PUT    /api/v1/commitments/:id/owner     | unknown commitment        | 401 | 404 | 404 | 404 | 404 | 404

    # pages
    GET    /commitments/:id/owner            | the asker's commitment    | -   | 200 | 200 | 200 | 200 | 200
    GET    /commitments/:id/owner            | someone else's commitment | 401 | 403 | 403 | 200 | 200 | 200
    GET    /commitments/:id/owner            | unknown commitment        | 401 | 404 | 404 | 404 | 404 | 404
    POST   /commitments/:id/owner            | the asker's commitment    | -   | 303 | 303 | 303 | 303 | 303
    POST   /commitments/:id/owner            | someone else's commitment | 401 | 403 | 403 | 303 | 303 | 303
    POST   /commitments/:id/owner            | unknown commitment        | 401 | 404 | 404 | 404 | 404 | 404
    GET    /commitments                      | nothing                   | 200 | 200 | 200 | 200 | 200 | 200
    GET    /commitments/:id                  | someone else's commitment | 200 | 200 | 200 | 200 | 200 | 200
    GET    /commitments/:id                  | unknown commitment        | 404 | 404 | 404 | 404 | 404 | 404
    POST   /commitments/:id/report           | the asker's commitment    | -   | 303 | 303 | 303 | 303 | 303
    POST   /commitments/:id/report           | someone else's commitment | 401 | 403 | 403 | 403 | 303 | 303
    POST   /commitments/:id/report           | unknown commitment        | 401 | 404 | 404 | 404 | 404 | 404
  `,
};
