import type { Plan } from 'neo4j-driver';
import type { QueryPlan } from './graph.js';

/** Operators that read a whole label, all nodes, or all relationships of a type. Index scans that only keep an order are none. */
const FULL_SCAN =
  /(AllNodesScan|LabelScan|LabelsScan|RelationshipTypeScan|RelationshipTypesScan|AllRelationshipsScan|IndexContainsScan|IndexEndsWithScan)$/;

/** What a Neo4j plan says about where its patterns begin. */
export function readNeo4jPlan(plan: Plan): QueryPlan {
  const operators = [...walk(plan, 0)];
  return {
    scannedLabels: operators.filter(({ name }) => FULL_SCAN.test(name)).map(scanned),
    detail: operators.map(({ depth, name, details }) => `${'  '.repeat(depth)}${name} ${details}`).join('\n'),
  };
}

interface Operator {
  depth: number;
  name: string;
  /** Such as `p:Person`, or for a relationship `(a)-[r:WROTE]->(b)`. */
  details: string;
}

function* walk(plan: Plan, depth: number): Generator<Operator> {
  const args = plan.arguments as Record<string, unknown>;
  const name = plan.operatorType.replace(/@.*$/, '');
  yield { depth, name, details: typeof args.Details === 'string' ? args.Details : '' };
  for (const child of plan.children) yield* walk(child, depth + 1);
}

function scanned({ name, details }: Operator): string {
  const label = /:(\w+)/.exec(details)?.[1];
  return label ?? (details || name);
}
