import { accessRule } from '../access/access-rule.js';
import { hasRole } from '../access/actor.js';

/** Reading who did what to whom. */
export const readAuditRule = accessRule('audit.read', {
  who: 'signed-in',
  scope: 'admin',
  allows: (actor) => hasRole(actor, 'administrator'),
});
