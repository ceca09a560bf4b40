import { newId } from '../../../libs/platform/ids/new-id.js';
import { TEST_PASSWORD } from '../../api/test-server.js';
import type { AccessTable, Community, Ids } from '../access-table.js';
import type { People } from '../people.js';

const token = async ({ people }: Community, owner: keyof People): Promise<Ids> => {
  const asked = { name: 'a program', scopes: ['read'] };
  const { body } = await people[owner].post<{ id: string }>('/api/v1/me/tokens', asked);
  return { id: body.id };
};

/** Another browser in which the owner is signed in. */
const browser = async ({ server, people }: Community, owner: keyof People): Promise<Ids> => {
  const other = server.visitor();
  await other.post('/api/v1/auth/login', { email: people[owner].person.email, password: TEST_PASSWORD });
  const { body } = await other.get<{ items: { id: string; isCurrent: boolean }[] }>('/api/v1/me/sessions');
  return { id: body.items.find(({ isCurrent }) => isCurrent)?.id ?? '' };
};

const DRAFT = { form: '/cases/new', page: '/cases/new', lang: 'en', fields: [['title', 'Gates']] };

const draft = async ({ people }: Community, owner: keyof People): Promise<Ids> => {
  const key = newId();
  await people[owner].put(`/api/v1/me/drafts/${key}`, DRAFT);
  return { key };
};

let counter = 1;

const newcomer = () => ({
  name: 'Hana Sato',
  email: `hana.${counter++}@example.org`,
  password: TEST_PASSWORD,
});
const KNOWN = ({ people }: Community) => ({ email: people.member.person.email, password: TEST_PASSWORD });
const LINK = { token: 'nothing-here', password: 'five gates and a green valley' };

/** Accounts: each their own; names are public; roles are for administrators to give. */
export const identity: AccessTable = {
  objects: {
    "the asker's page": ({ people }, asker) => ({ id: people[asker].person.id }),
    'a person': ({ people }) => ({ id: people['someone else'].person.id, role: 'facilitator' }),
    'a newcomer': async ({ server }) => ({ id: (await server.member('Kebede Alemu')).person.id }),
    'unknown person': () => ({ id: 'nothing-here', role: 'facilitator' }),
    "the asker's token": token,
    "someone else's token": (community) => token(community, 'someone else'),
    'unknown token': () => ({ id: 'nothing-here' }),
    "the asker's draft": draft,
    "someone else's draft": (community) => draft(community, 'someone else'),
    'unknown draft': () => ({ key: newId() }),
    "the asker's browser": browser,
    "someone else's browser": (community) => browser(community, 'someone else'),
    'unknown browser': () => ({ id: 'nothing-here' }),
  },
  afresh: [
    'POST /api/v1/auth/logout',
    'POST /sign-out',
    'POST /api/v1/auth/login',
    'POST /sign-in',
    'POST /api/v1/auth/register',
    'POST /register',
  ],
  sent: {
    'POST /api/v1/auth/register': newcomer,
    'POST /api/v1/auth/login': (_, community) => KNOWN(community),
    'POST /api/v1/auth/logout': {},
    'POST /api/v1/auth/request-password-reset': { email: 'nobody@example.org' },
    'POST /api/v1/auth/reset-password': LINK,
    'POST /api/v1/auth/verify': { token: LINK.token },
    'POST /api/v1/auth/become-administrator': { token: LINK.token },
    'PATCH /api/v1/me': { bio: 'Canals' },
    'POST /api/v1/me/verification': {},
    'POST /api/v1/me/password': { currentPassword: 'not this one', newPassword: LINK.password },
    'POST /api/v1/me/tokens': { name: 'export', scopes: ['read'] },
    'PUT /api/v1/me/drafts/:key': DRAFT,
    'POST /register': newcomer,
    'POST /sign-in': (_, community) => KNOWN(community),
    'POST /forgot': { email: 'nobody@example.org' },
    'POST /reset': LINK,
    'POST /verify': { token: LINK.token },
    'POST /become-administrator': { token: LINK.token },
    'POST /settings': { name: 'Renamed', locale: 'en' },
    'POST /settings/organisation': { organisation: 'Union of the Slope' },
    'POST /settings/password': { currentPassword: 'not this one', newPassword: LINK.password },
    'POST /settings/tokens': { name: 'export', scopes: ['read'] },
  },
  rows: `
    #                                            |                        | vis | mem | oth | fac | ste | adm
    POST   /api/v1/auth/register                 | nothing                | 201 | 201 | 201 | 201 | 201 | 201
    POST   /api/v1/auth/login                    | nothing                | 200 | 200 | 200 | 200 | 200 | 200
    POST   /api/v1/auth/logout                   | nothing                | 204 | 204 | 204 | 204 | 204 | 204
    POST   /api/v1/auth/request-password-reset   | nothing                | 204 | 204 | 204 | 204 | 204 | 204
    POST   /api/v1/auth/reset-password           | nothing                | 400 | 400 | 400 | 400 | 400 | 400
    POST   /api/v1/auth/verify                   | nothing                | 400 | 400 | 400 | 400 | 400 | 400
    POST   /api/v1/auth/become-administrator     | nothing                | 401 | 400 | 400 | 400 | 400 | 400
    GET    /api/v1/me                            | nothing                | 401 | 200 | 200 | 200 | 200 | 200
    PATCH  /api/v1/me                            | nothing                | 401 | 200 | 200 | 200 | 200 | 200
    POST   /api/v1/me/verification               | nothing                | 401 | 204 | 204 | 204 | 204 | 204
    POST   /api/v1/me/password                   | nothing                | 401 | 400 | 400 | 400 | 400 | 400
    GET    /api/v1/me/sessions                   | nothing                | 401 | 200 | 200 | 200 | 200 | 200
    DELETE /api/v1/me/sessions/:id               | the asker's browser    | -   | 204 | 204 | 204 | 204 | 204
    DELETE /api/v1/me/sessions/:id               | someone else's browser | 401 | 404 | 404 | 404 | 404 | 404
    DELETE /api/v1/me/sessions/:id               | unknown browser        | 401 | 404 | 404 | 404 | 404 | 404
    GET    /api/v1/me/tokens                     | nothing                | 401 | 200 | 200 | 200 | 200 | 200
    POST   /api/v1/me/tokens                     | nothing                | 401 | 201 | 201 | 201 | 201 | 201
    DELETE /api/v1/me/tokens/:id                 | the asker's token      | -   | 204 | 204 | 204 | 204 | 204
    DELETE /api/v1/me/tokens/:id                 | someone else's token   | 401 | 404 | 404 | 404 | 404 | 404
    DELETE /api/v1/me/tokens/:id                 | unknown token          | 401 | 404 | 404 | 404 | 404 | 404
    GET    /api/v1/me/drafts                     | nothing                | 401 | 200 | 200 | 200 | 200 | 200
    GET    /api/v1/me/drafts/:key                | the asker's draft      | -   | 200 | 200 | 200 | 200 | 200
    GET    /api/v1/me/drafts/:key                | someone else's draft   | 401 | 404 | 404 | 404 | 404 | 404
    GET    /api/v1/me/drafts/:key                | unknown draft          | 401 | 404 | 404 | 404 | 404 | 404
    PUT    /api/v1/me/drafts/:key                | the asker's draft      | -   | 200 | 200 | 200 | 200 | 200
    PUT    /api/v1/me/drafts/:key                | someone else's draft   | 401 | 200 | 200 | 200 | 200 | 200
    PUT    /api/v1/me/drafts/:key                | unknown draft          | 401 | 200 | 200 | 200 | 200 | 200
    DELETE /api/v1/me/drafts/:key                | the asker's draft      | -   | 204 | 204 | 204 | 204 | 204
    DELETE /api/v1/me/drafts/:key                | someone else's draft   | 401 | 204 | 204 | 204 | 204 | 204
    DELETE /api/v1/me/drafts/:key                | unknown draft          | 401 | 204 | 204 | 204 | 204 | 204
    GET    /api/v1/people                        | nothing                | 401 | 403 | 403 | 403 | 403 | 200
    GET    /api/v1/people/:id                    | a person               | 200 | 200 | 200 | 200 | 200 | 200
    GET    /api/v1/people/:id                    | unknown person         | 404 | 404 | 404 | 404 | 404 | 404
    PUT    /api/v1/people/:id/roles/:role        | a person               | 401 | 403 | 403 | 403 | 403 | 200
    PUT    /api/v1/people/:id/roles/:role        | unknown person         | 401 | 403 | 403 | 403 | 403 | 404
    DELETE /api/v1/people/:id/roles/:role        | a person               | 401 | 403 | 403 | 403 | 403 | 200
    DELETE /api/v1/people/:id/roles/:role        | unknown person         | 401 | 403 | 403 | 403 | 403 | 404
    PUT    /api/v1/people/:id/disabled           | a newcomer             | 401 | 403 | 403 | 403 | 403 | 200
    PUT    /api/v1/people/:id/disabled           | the asker's page       | -   | 403 | 403 | 403 | 403 | 409
    PUT    /api/v1/people/:id/disabled           | unknown person         | 401 | 403 | 403 | 403 | 403 | 404
    DELETE /api/v1/people/:id/disabled           | a newcomer             | 401 | 403 | 403 | 403 | 403 | 200
    DELETE /api/v1/people/:id/disabled           | unknown person         | 401 | 403 | 403 | 403 | 403 | 404
    DELETE /api/v1/people/:id/sessions           | a newcomer             | 401 | 403 | 403 | 403 | 403 | 200
    DELETE /api/v1/people/:id/sessions           | unknown person         | 401 | 403 | 403 | 403 | 403 | 404

    # pages
    GET    /register                             | nothing                | 200 | 303 | 303 | 303 | 303 | 303
    POST   /register                             | nothing                | 303 | 303 | 303 | 303 | 303 | 303
    GET    /sign-in                              | nothing                | 200 | 303 | 303 | 303 | 303 | 303
    POST   /sign-in                              | nothing                | 303 | 303 | 303 | 303 | 303 | 303
    POST   /sign-out                             | nothing                | 303 | 303 | 303 | 303 | 303 | 303
    GET    /forgot                               | nothing                | 200 | 200 | 200 | 200 | 200 | 200
    POST   /forgot                               | nothing                | 303 | 303 | 303 | 303 | 303 | 303
    GET    /reset?token=none                     | nothing                | 200 | 200 | 200 | 200 | 200 | 200
    POST   /reset                                | nothing                | 400 | 400 | 400 | 400 | 400 | 400
    GET    /verify?token=none                    | nothing                | 400 | 400 | 400 | 400 | 400 | 400
    POST   /verify                               | nothing                | 400 | 400 | 400 | 400 | 400 | 400
    GET    /become-administrator?token=none      | nothing                | 200 | 200 | 200 | 200 | 200 | 200
    POST   /become-administrator                 | nothing                | 401 | 400 | 400 | 400 | 400 | 400
    GET    /people/:id                           | a person               | 200 | 200 | 200 | 200 | 200 | 200
    GET    /people/:id                           | the asker's page       | -   | 200 | 200 | 200 | 200 | 200
    GET    /people/:id                           | unknown person         | 404 | 404 | 404 | 404 | 404 | 404
    GET    /administration/people                | nothing                | 401 | 403 | 403 | 403 | 403 | 200
    GET    /administration/people/:id            | a person               | 401 | 403 | 403 | 403 | 403 | 200
    GET    /administration/people/:id            | the asker's page       | -   | -   | -   | -   | -   | 200
    GET    /administration/people/:id            | unknown person         | 401 | 403 | 403 | 403 | 403 | 404
    GET    /administration/people/:id/disable    | a newcomer             | 401 | 403 | 403 | 403 | 403 | 200
    GET    /administration/people/:id/disable    | the asker's page       | -   | -   | -   | -   | -   | 303
    GET    /administration/people/:id/disable    | unknown person         | 401 | 403 | 403 | 403 | 403 | 404
    POST   /administration/people/:id/disable    | a newcomer             | 401 | 403 | 403 | 403 | 403 | 303
    POST   /administration/people/:id/disable    | the asker's page       | -   | -   | -   | -   | -   | 409
    POST   /administration/people/:id/disable    | unknown person         | 401 | 403 | 403 | 403 | 403 | 404
    POST   /administration/people/:id/enable     | a newcomer             | 401 | 403 | 403 | 403 | 403 | 303
    POST   /administration/people/:id/enable     | unknown person         | 401 | 403 | 403 | 403 | 403 | 404
    POST   /administration/people/:id/end-sessions | a newcomer           | 401 | 403 | 403 | 403 | 403 | 303
    POST   /administration/people/:id/end-sessions | unknown person       | 401 | 403 | 403 | 403 | 403 | 404
    GET    /settings                             | nothing                | 401 | 200 | 200 | 200 | 200 | 200
    POST   /settings                             | nothing                | 401 | 303 | 303 | 303 | 303 | 303
    POST   /settings/organisation                | nothing                | 401 | 303 | 303 | 303 | 303 | 303
    POST   /settings/verification                | nothing                | 401 | 303 | 303 | 303 | 303 | 303
    GET    /settings/sessions                    | nothing                | 401 | 200 | 200 | 200 | 200 | 200
    POST   /settings/sessions/:id/end            | the asker's browser    | -   | 303 | 303 | 303 | 303 | 303
    POST   /settings/sessions/:id/end            | someone else's browser | 401 | 404 | 404 | 404 | 404 | 404
    POST   /settings/sessions/:id/end            | unknown browser        | 401 | 404 | 404 | 404 | 404 | 404
    GET    /settings/password                    | nothing                | 401 | 200 | 200 | 200 | 200 | 200
    POST   /settings/password                    | nothing                | 401 | 400 | 400 | 400 | 400 | 400
    GET    /settings/drafts                      | nothing                | 401 | 200 | 200 | 200 | 200 | 200
    POST   /settings/drafts/:key/discard         | the asker's draft      | -   | 303 | 303 | 303 | 303 | 303
    POST   /settings/drafts/:key/discard         | someone else's draft   | 401 | 303 | 303 | 303 | 303 | 303
    POST   /settings/drafts/:key/discard         | unknown draft          | 401 | 303 | 303 | 303 | 303 | 303
    GET    /settings/tokens                      | nothing                | 401 | 200 | 200 | 200 | 200 | 200
    POST   /settings/tokens                      | nothing                | 401 | 200 | 200 | 200 | 200 | 200
    POST   /settings/tokens/:id/withdraw         | the asker's token      | -   | 303 | 303 | 303 | 303 | 303
    POST   /settings/tokens/:id/withdraw         | someone else's token   | 401 | 404 | 404 | 404 | 404 | 404
    POST   /settings/tokens/:id/withdraw         | unknown token          | 401 | 404 | 404 | 404 | 404 | 404
  `,
};
