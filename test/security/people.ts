import { GrantRole, type Role } from '../../libs/identity/index.js';
import { SYSTEM } from '../../libs/platform/access/actor.js';
import type { TestClient, TestServer } from '../api/test-server.js';

/** Whoever asks, in the order of the columns of the tables. */
export const ASKERS = [
  'visitor',
  'member',
  'other member',
  'facilitator',
  'steward',
  'administrator',
] as const;

/** Those who may not see what waits or is not published. */
export const NOT_STEWARDS = ['visitor', 'member', 'other member', 'facilitator'] as const;

export type Asker = (typeof ASKERS)[number];

/** Everyone in the tables, and a member and a facilitator who own things but ask nothing. */
export interface People extends Record<Asker, TestClient> {
  'someone else': TestClient;
  'another facilitator': TestClient;
}

/** Makes the people of the tables, each signed in. */
export async function gatherPeople(server: TestServer): Promise<People> {
  const person = async (name: string, role?: Role): Promise<TestClient> => {
    const client = await server.member(name);
    if (role) await server.app.get(GrantRole).execute(SYSTEM, client.person.id, role);
    return client;
  };
  return {
    visitor: server.visitor(),
    member: await person('Amina Mohamud'),
    'other member': await person('Bela Kovacs'),
    facilitator: await person('Chipo Moyo', 'facilitator'),
    steward: await person('Diego Torres', 'steward'),
    administrator: await person('Esi Mensah', 'administrator'),
    'someone else': await person('Farid Haddad'),
    'another facilitator': await person('Grace Achieng', 'facilitator'),
  };
}
