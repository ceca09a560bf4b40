import { invalid } from '../errors/domain-error.js';

/**
 * Whatever has a page and can be linked is an entity: besides its own label its node carries `:Entity` with
 * `key` (`type:id`, unique, indexed), `type`, `title` and `url`. Relationships between entities carry `source` (who or
 * what says so: `person:ID`, `import:NAME`, `reference:LIST`) and `at`. A node that not everyone may see carries
 * `hidden: true`. So a thread can be about anything, and a walk through the graph needs no list of labels.
 */
export interface EntityRef {
  key: string;
  type: string;
  title: string;
  url: string;
}

/** The shape of a key, for schemas. */
export const ENTITY_KEY_PATTERN = /^[a-z][a-z-]{1,30}:[A-Za-z0-9._-]{1,64}$/;

export function entityKey(type: string, id: string): string {
  return `${type}:${id}`;
}

/** @throws {DomainError} `platform/invalid-entity-key` */
export function parseEntityKey(key: string): { type: string; id: string } {
  if (!ENTITY_KEY_PATTERN.test(key)) throw invalid('platform/invalid-entity-key', { key: key.slice(0, 100) });
  const colon = key.indexOf(':');
  return { type: key.slice(0, colon), id: key.slice(colon + 1) };
}
