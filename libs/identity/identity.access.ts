import { accessRule } from '../platform/access/access-rule.js';
import { type Actor, hasRole, type Person } from '../platform/access/actor.js';

/** Seeing the public page of a person. */
export const showPersonRule = accessRule('person.show', { who: 'anyone', scope: 'read' });

/** Seeing one's own account. */
export const showMeRule = accessRule('me.show', { who: 'signed-in', scope: 'read' });

/** Changing one's own profile, sessions and tokens. */
export const changeMeRule = accessRule('me.change', { who: 'signed-in', scope: 'write' });

/** A token may not make another token: whoever finds one could otherwise outlive its withdrawal. */
export const createTokenRule = accessRule('token.create', {
  who: 'signed-in',
  scope: 'write',
  allows: (actor) => actor.via === 'session',
});

/** Choosing a new password: a token must not lock its owner out. */
export const changePasswordRule = accessRule('me.change-password', {
  who: 'signed-in',
  scope: 'write',
  allows: (actor) => actor.via === 'session',
});

/** Seeing everyone's address and roles. */
export const listPeopleRule = accessRule('person.list', {
  who: 'signed-in',
  scope: 'admin',
  allows: isAdministrator,
});

export const grantRoleRule = accessRule('person.grant-role', {
  who: 'signed-in',
  scope: 'admin',
  allows: isAdministrator,
});

/** Keeping somebody out, and letting them in again. */
export const disableAccountRule = accessRule('person.disable', {
  who: 'signed-in',
  scope: 'admin',
  allows: isAdministrator,
});

/** Adding people who did not register themselves: the demonstration community and imports. */
export const addPersonRule = accessRule('person.add', {
  who: 'signed-in',
  scope: 'admin',
  allows: (actor) => actor.via === 'system',
});

export const becomeAdministratorRule = accessRule('administrator.become', {
  who: 'signed-in',
  scope: 'write',
  allows: (actor) => actor.via === 'session',
});

function isAdministrator(actor: Actor): boolean {
  return hasRole(actor, 'administrator');
}

/** An actor that a signed-in rule let in, other than Minga itself. */
export function asPerson(actor: Actor): Person {
  if (actor.id === null) throw new Error('only a person has an account');
  return actor as Person;
}
