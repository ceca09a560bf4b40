import { CreateAdministratorLink } from '../../libs/identity/index.js';
import { approved } from '../api/dialogues/dialogue-maker.js';
import { mailedToken } from '../api/identity/mailed-link.js';
import { type Answer, TEST_PASSWORD, type TestServer } from '../api/test-server.js';
import { type AccessTable, addressOf, type Community, type Fields } from './access-table.js';
import { atlas } from './rooms/atlas.table.js';
import { cases } from './rooms/cases.table.js';
import { commitments } from './rooms/commitments.table.js';
import { dialogues, phasesWith } from './rooms/dialogues.table.js';
import { discussions } from './rooms/discussions.table.js';
import { identity } from './rooms/identity.table.js';
import { learning } from './rooms/learning.table.js';

/** A request for which a thing must be in some state: the room, what it is about, method and path, what is sent. */
type Rare = [table: AccessTable, object: string, route: string, sent?: Fields];

const NEW_PASSWORD = 'five gates and a green valley';
const STALE = { version: 999 };

/** Each is refused with 409, whoever asks: here administrators do. */
const CONFLICTS: Rare[] = [
  [
    identity,
    "the asker's draft",
    'PUT /api/v1/me/drafts/:key',
    { form: '/cases/new', page: '/cases/new', lang: 'en', fields: [['title', 'Others']], ...STALE },
  ],
  [cases, "the asker's case", 'PATCH /api/v1/cases/:id', { title: 'Water turns', ...STALE }],
  [
    commitments,
    "the asker's commitment",
    'POST /api/v1/commitments/:id/reports',
    { state: 'partly', note: 'Half of them.', ...STALE },
  ],
  [
    discussions,
    "the asker's thread",
    'PATCH /api/v1/threads/:id/posts/:number',
    { body: 'In other words', ...STALE },
  ],
  [
    dialogues,
    'a closed dialogue',
    'PATCH /api/v1/dialogues/:id',
    { question: 'How do others share water?', version: 1 },
  ],
  [dialogues, 'a closed dialogue', 'POST /api/v1/dialogues/:id/statements'],
  [dialogues, "the asker's dialogue", 'POST /api/v1/dialogues/:id/close'],
  [learning, "the asker's session", 'DELETE /api/v1/sessions/:id/registration'],
  ...[
    'PATCH /api/v1/sessions/:id',
    'POST /api/v1/sessions/:id/cancel',
    'POST /api/v1/sessions/:id/step',
    'POST /api/v1/sessions/:id/hand',
    'POST /api/v1/sessions/:id/poll',
    'POST /api/v1/sessions/:id/notes',
    'POST /api/v1/sessions/:id/attendance',
    'POST /api/v1/sessions/:id/close',
  ].map((route): Rare => [learning, 'a closed session', route]),
  [identity, 'a person', 'DELETE /api/v1/people/:id/roles/:role'],
  [identity, 'nothing', 'PATCH /api/v1/me', STALE],
  [atlas, 'a theme', 'PATCH /api/v1/themes/:code', STALE],
];

/** Asks for answers that the table of who may do what has no use for, and tells those that came out otherwise. */
export async function askForRareAnswers(community: Community): Promise<string[]> {
  const surprises: string[] = [];
  const expectAnswer = async (wanted: number, name: string, asking: Promise<Answer>) => {
    const { status, text } = await asking;
    if (status !== wanted) surprises.push(`${name}: ${status} instead of ${wanted}: ${text}`);
  };
  const { administrator } = community.people;
  for (const [table, object, route, sent] of CONFLICTS) {
    const [method = '', path = ''] = route.split(' ');
    const ids = { ...(await table.objects[object]?.(community, 'administrator')), role: 'member' };
    const usual = table.sent?.[route];
    const fields = sent ?? (typeof usual === 'function' ? await usual(ids, community) : usual);
    const body = fields === undefined ? undefined : JSON.stringify(fields);
    const headers: Record<string, string> = body ? { 'content-type': 'application/json' } : {};
    await expectAnswer(409, route, administrator.send(method, addressOf(path, ids), body, headers));
  }
  await askAboutNames(community, expectAnswer);
  await askAboutStatements(community, expectAnswer);
  await askAboutAccounts(community, expectAnswer);
  return surprises;
}

type ExpectAnswer = (wanted: number, name: string, asking: Promise<Answer>) => Promise<void>;

/** Themes and organisations have names of their own, and what is in use stays. */
async function askAboutNames({ people }: Community, expectAnswer: ExpectAnswer): Promise<void> {
  const { administrator } = people;
  const theme = { names: { en: 'Irrigation' }, parent: null, sdgs: ['6'] };
  await expectAnswer(409, 'a theme twice', administrator.post('/api/v1/themes', theme));
  await expectAnswer(409, 'a theme in use', administrator.delete('/api/v1/themes/irrigation'));
  const organisation = { name: 'Gate keepers', type: 'community-organisation' };
  await administrator.post('/api/v1/actors', organisation);
  await expectAnswer(409, 'an organisation twice', administrator.post('/api/v1/actors', organisation));
  const other = await administrator.post<{ id: string }>('/api/v1/actors', {
    ...organisation,
    name: 'Gate owners',
  });
  const renaming = administrator.patch(`/api/v1/actors/${other.body.id}`, { name: organisation.name });
  await expectAnswer(409, "another organisation's name", renaming);
}

/** Statements are answered while people deliberate, and moderated until the dialogue is closed. */
async function askAboutStatements(community: Community, expectAnswer: ExpectAnswer): Promise<void> {
  const convener = community.people['another facilitator'];
  const ids = await dialogues.objects["another facilitator's dialogue"]?.(community, 'administrator');
  const path = `/api/v1/dialogues/${ids?.id}`;
  const { id: sid } = await approved(convener, convener, ids?.id ?? '', 'Gates should be made at home.');
  const { body } = await convener.get<{ question: string; version: number }>(path);
  const later = { question: body.question, version: body.version, phases: phasesWith(community, 'deciding') };
  await expectAnswer(200, 'deciding', convener.patch(path, later));
  const answering = convener.send('PUT', `${path}/statements/${sid}/answer`, '{"choice":"agree"}', {
    'content-type': 'application/json',
  });
  await expectAnswer(409, 'answering too late', answering);
  await convener.post(`${path}/close`, { agreed: 'Made at home.', agreedBy: 'All' });
  const moderating = convener.patch(`${path}/statements/${sid}`, { decision: 'approve' });
  await expectAnswer(409, 'moderating too late', moderating);
}

/** What begins with a link from a mail, and what there may be once, or so many times. */
async function askAboutAccounts({ server }: Community, expectAnswer: ExpectAnswer): Promise<void> {
  const person = await server.member('Ines Duarte');
  const { email, name } = person.person;
  const again = { name, email, password: TEST_PASSWORD };
  await expectAnswer(409, 'an address twice', server.visitor().post('/api/v1/auth/register', again));
  const proof = await mailedToken(server, email, 'verify');
  await expectAnswer(200, 'a proved address', server.visitor().post('/api/v1/auth/verify', { token: proof }));
  let last = 201;
  for (let count = 0; last === 201 && count < 60; count++)
    last = (await person.post('/api/v1/me/tokens', { name: 'export', scopes: ['read'] })).status;
  const change = { currentPassword: TEST_PASSWORD, newPassword: NEW_PASSWORD };
  await expectAnswer(200, 'a new password', person.post('/api/v1/me/password', change));
  await server.visitor().post('/api/v1/auth/request-password-reset', { email });
  const token = await mailedToken(server, email, 'reset');
  const reset = server.visitor().post('/api/v1/auth/reset-password', { token, password: TEST_PASSWORD });
  await expectAnswer(204, 'a reset password', reset);
}

/** Whoever starts an instance becomes its administrator by the link that it prints. */
export async function becomeFirstAdministrator(server: TestServer): Promise<void> {
  const address = (await server.app.get(CreateAdministratorLink).execute()) ?? '';
  const token = new URL(address).searchParams.get('token');
  const founder = await server.member('Jia Chen');
  await founder.post('/api/v1/auth/become-administrator', { token });
}
