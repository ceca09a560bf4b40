import { findVisibleEntity } from '../platform/entities/entities.cypher.js';
import type { EntityRef } from '../platform/entities/entity.js';
import type { GraphTransaction } from '../platform/graph/graph.js';
import { findDisabledPerson } from './commitments.cypher.js';
import { ownerDisabled, unknownOwner } from './commitments.errors.js';

/**
 * Who may own a commitment: a person or an organisation that is there, and can act.
 * @param field in which the key was sent
 * @throws {DomainError} `commitments/unknown-owner`, `commitments/owner-disabled`
 */
export async function requireOwner(tx: GraphTransaction, key: string, field: string): Promise<EntityRef> {
  const [owner] = await tx.run(findVisibleEntity, { key });
  if (!owner) throw unknownOwner(field, key);
  const [disabled] = await tx.run(findDisabledPerson, { key });
  if (disabled) throw ownerDisabled(field, key);
  return owner;
}
