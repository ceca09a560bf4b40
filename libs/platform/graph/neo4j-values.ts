import neo4j, { type Integer } from 'neo4j-driver';
import type { GraphParams } from './graph.js';

type Neo4jParam = null | boolean | number | string | Integer | Neo4jParam[] | { [key: string]: Neo4jParam };

/**
 * Parameters as the driver wants them. The driver sends each JavaScript number as a float, which LIMIT, SKIP,
 * `range` and list positions refuse, so whole numbers become integers; a missing value becomes null.
 * @throws TypeError for a value that the two engines would keep differently, such as a Date
 */
export function toNeo4jParams(params: GraphParams): Record<string, Neo4jParam> {
  return mapOf(params, '$');
}

function toNeo4jParam(value: unknown, path: string): Neo4jParam {
  switch (typeof value) {
    case 'undefined':
      return null;
    case 'boolean':
    case 'string':
      return value;
    case 'number':
      return Number.isSafeInteger(value) ? neo4j.int(value) : value;
    case 'object':
      if (value === null) return null;
      if (Array.isArray(value))
        return value.map((item, position) => toNeo4jParam(item, `${path}[${position}]`));
      if (isPlainObject(value)) return mapOf(value, `${path}.`);
  }
  throw new TypeError(
    `${path} is not a value for the graph: use text, numbers, booleans, lists and plain objects; times as ISO 8601`,
  );
}

function mapOf(map: Record<string, unknown>, prefix: string): Record<string, Neo4jParam> {
  return Object.fromEntries(
    Object.entries(map).map(([key, value]) => [key, toNeo4jParam(value, prefix + key)]),
  );
}

function isPlainObject(value: object): value is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value);
  // Objects from another realm (test sandboxes) have another Object.prototype, itself without a prototype.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
