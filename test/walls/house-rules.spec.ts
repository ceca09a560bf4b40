import { describe, expect, it } from '@jest/globals';
import { nodesOf, parseSource, readText, type SyntaxNode, sourceFiles } from './sources.js';

const MOST_LINES = 300;
const MOST_DEPENDENCIES = 6;

/** Where a process begins, and hands its environment to `Config.load`. */
const READS_ENVIRONMENT = ['apps/cli/operator.ts', 'apps/server/start-from-environment.ts'];

const sources = sourceFiles();

describe('house rules', () => {
  it(`keep a file below ${MOST_LINES} lines`, () => {
    const long = sources.filter((path) => readText(path).trimEnd().split('\n').length > MOST_LINES);
    expect(long).toEqual([]);
  });

  it(`give a class ${MOST_DEPENDENCIES} dependencies at most`, () => {
    const wide = sources.filter((path) =>
      [...nodesOf(parseSource(path))].some(
        (node) => node.type === 'Constructor' && (node.params as unknown[]).length > MOST_DEPENDENCIES,
      ),
    );
    expect(wide).toEqual([]);
  });

  it('let nothing but the start of a process read the environment', () => {
    expect(sources.filter((path) => readsEnvironment(parseSource(path)))).toEqual(READS_ENVIRONMENT);
  });

  it('lock packages without the address of a registry', () => {
    const lock = JSON.parse(readText('package-lock.json')) as {
      packages: Record<string, { resolved?: string }>;
    };
    const hosts = Object.entries(lock.packages).filter(([, { resolved }]) => resolved?.includes('://'));
    expect(hosts).toEqual([]);
  });
});

function readsEnvironment(tree: SyntaxNode): boolean {
  return [...nodesOf(tree)].some((node) => {
    if (node.type !== 'MemberExpression') return false;
    const { object, property } = node as unknown as {
      object: { value?: string };
      property: { value?: string };
    };
    return object.value === 'process' && property.value === 'env';
  });
}
