import { type Graph, type Migration, readQuery, uniqueIndex, writeQuery } from './graph.js';
import { START_TURN, TURN_INDEX, Turns } from './turns.js';

export const findMigration = readQuery<{ id: string }, { appliedAt: string }>(
  'platform/find-migration',
  'MATCH (m:Migration {id: $id}) RETURN m.appliedAt AS appliedAt',
);

export const recordMigration = writeQuery<{ id: string; appliedAt: string }, { id: string }>(
  'platform/record-migration',
  'MERGE (m:Migration {id: $id}) SET m.appliedAt = $appliedAt RETURN m.id AS id',
);

/**
 * Brings the graph to the newest schema. Safe to run at every start and again after a crash: indexes are created
 * only where missing, and each change to data is recorded in the transaction that makes it. Of several processes that
 * start on one graph, one does it, and the others find it done.
 * @returns the ids of the migrations applied now
 */
export async function applyMigrations(graph: Graph, migrations: Migration[]): Promise<string[]> {
  await graph.ensureIndex(TURN_INDEX);
  return new Turns(graph).take(START_TURN, () => applyMissing(graph, migrations));
}

async function applyMissing(graph: Graph, migrations: Migration[]): Promise<string[]> {
  await graph.ensureIndex(uniqueIndex('Migration', 'id'));
  const applied: string[] = [];
  for (const migration of migrations) {
    const [done] = await graph.read(findMigration, { id: migration.id });
    if (done) continue;
    for (const index of migration.indexes ?? []) await graph.ensureIndex(index);
    await graph.write(async (tx) => {
      await migration.change?.(tx);
      await tx.run(recordMigration, { id: migration.id, appliedAt: new Date().toISOString() });
    });
    applied.push(migration.id);
  }
  return applied;
}
