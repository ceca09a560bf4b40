import { accessRule } from '../platform/access/access-rule.js';
import { hasRole } from '../platform/access/actor.js';

/** Everything in the atlas is public. */
export const readAtlas = accessRule('atlas.read', { who: 'anyone', scope: 'read' });

/** Themes sort the whole community's cases, so administrators alone change them. */
export const editThemes = accessRule('theme.edit', {
  who: 'signed-in',
  scope: 'admin',
  allows: (actor) => hasRole(actor, 'administrator'),
});

export const addActor = accessRule('actor.add', { who: 'signed-in', scope: 'write' });

/** Who added an actor may mend it, and stewards may. */
export const changeActor = accessRule<{ addedBy: string }>('actor.change', {
  who: 'signed-in',
  scope: 'write',
  allows: (actor, { addedBy }) => hasRole(actor, 'steward') || addedBy === `person:${actor.id}`,
});
