import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EmbeddedGraph } from '../../../libs/platform/graph/embedded-graph.js';
import { readQuery, uniqueIndex, writeQuery } from '../../../libs/platform/graph/graph.js';

const add = writeQuery<{ id: string }, { id: string }>(
  'test/add',
  'CREATE (n:Thing {id: $id}) RETURN n.id AS id',
);
const find = readQuery<{ id: string }, { id: string }>(
  'test/find',
  'MATCH (n:Thing {id: $id}) RETURN n.id AS id',
);

describe('the file of the embedded graph', () => {
  let folder: string;
  let path: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'minga-graph-'));
    path = join(folder, 'minga.grafeo');
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('holds what was written when it is opened again', async () => {
    const graph = await EmbeddedGraph.open(path);
    await graph.ensureIndex(uniqueIndex('Thing', 'id'));
    await graph.write((tx) => tx.run(add, { id: 'a' }));
    await graph.close();
    const again = await EmbeddedGraph.open(path);
    expect(await again.read(find, { id: 'a' })).toEqual([{ id: 'a' }]);
    await again.close();
  });

  it('is not opened by another version of the engine', async () => {
    await (await EmbeddedGraph.open(path)).close();
    writeFileSync(`${path}.engine`, 'grafeo 0.5.40');
    await expect(EmbeddedGraph.open(path)).rejects.toThrow('was written by grafeo 0.5.40');
  });
});
