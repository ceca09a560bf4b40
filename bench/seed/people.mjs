import { numbers, pick } from '../corpus/random.mjs';
import { textWriter } from '../corpus/texts.mjs';
import { built } from './open-community.mjs';
import { progressBar } from './progress.mjs';

/** So many of them are signed in: as many as sockets of different people are needed. */
const SIGNED_IN = 250;

/**
 * @returns {Promise<{ id: string, name: string, cookie?: string, csrf?: string }[]>} the first 250 with a session
 */
export async function seedPeople(community, bulk, { seed, people }) {
  const [{ IdentityRepository }, { personKey, SESSION_COOKIE }, { EventLog }, { newId }, { loadReference }] =
    await Promise.all([
      built('libs/identity/identity.repository.js'),
      built('libs/identity/index.js'),
      built('libs/platform/events/event-log.js'),
      built('libs/platform/ids/new-id.js'),
      built('libs/atlas/index.js'),
    ]);
  const next = numbers(seed + 11);
  const text = textWriter(next);
  const repository = community.get(IdentityRepository);
  const events = community.get(EventLog);
  const countries = loadReference().countries.filter(({ unMember }) => unMember);
  const bar = progressBar('people', people);
  const made = [];
  for (let at = 0; at < people; at++) {
    const id = newId();
    const name = `${text.word()} ${text.word()} ${at + 1}`;
    const createdAt = new Date().toISOString();
    const person = {
      id,
      name,
      email: `bench${at + 1}@example.org`,
      passwordHash: '',
      verifiedAt: createdAt,
      locale: 'en',
      // A community has somebody who runs it; without one, each start writes a new link for whoever is to be.
      roles: at === people - 1 ? ['member', 'administrator'] : ['member'],
      bio: text.sentence(),
      organisation: text.words(3).join(' '),
      createdAt,
    };
    await repository.create(bulk.tx, person);
    await repository.setStanding(bulk.tx, id, { roles: person.roles, disabledAt: null });
    await repository.setCountry(bulk.tx, id, pick(next, countries).iso3, createdAt);
    await events.append(bulk.tx, {
      room: personKey(id),
      type: 'identity.person-registered',
      data: { id, name },
    });
    made.push({ id, name });
    await bulk.flushIfFull();
    bar.to(at);
  }
  await bulk.flush();
  await signIn(community, made.slice(0, SIGNED_IN), SESSION_COOKIE);
  bar.end();
  return made;
}

async function signIn(community, people, cookieName) {
  const [{ CredentialsRepository }, { CsrfTokens }, { Graph }] = await Promise.all([
    built('libs/identity/credentials.repository.js'),
    built('libs/platform/access/csrf.js'),
    built('libs/platform/graph/graph.js'),
  ]);
  const credentials = community.get(CredentialsRepository);
  const csrf = community.get(CsrfTokens);
  await community.get(Graph).write(async (tx) => {
    for (const person of people) {
      const session = await credentials.openSession(tx, person.id, 'bench');
      person.cookie = `${cookieName}=${session.token}`;
      person.csrf = csrf.tokenFor(session.id);
    }
  });
}
