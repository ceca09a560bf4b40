import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { transformSync } from '@swc/core';
import { Meilisearch } from 'meilisearch';
import { EmbeddedSearchIndex } from '../../../libs/platform/search/embedded/embedded-search-index.js';
import { MeiliSearchIndex } from '../../../libs/platform/search/meili/meili-search-index.js';
import type { SearchIndex } from '../../../libs/platform/search/search-index.js';

/** An engine under test. */
export interface SearchEngine {
  name: string;
  /** Why it cannot run here. */
  missing?: string;
  /** Whether it tells which words it corrected, and finds a lone Han character anywhere. */
  embedded: boolean;
  /** Opens an empty index; `folder` is the test's own. */
  open(folder: string): Promise<SearchIndex>;
  /** Removes what {@link open} left outside the folder. */
  discard?(): Promise<void>;
}

const MEILI_URL = process.env.MEILI_URL;
const MEILI_KEY = process.env.MEILI_KEY;
const indexName = `minga_test_${process.pid}`;

export const SEARCH_ENGINES: SearchEngine[] = [
  {
    name: 'embedded',
    embedded: true,
    open: (folder) => EmbeddedSearchIndex.open(join(folder, 'search.db')),
  },
  {
    name: 'embedded, compiled, in its thread',
    embedded: true,
    open: async (folder) => {
      const compiled = (await import(compiledSearchIndex())) as {
        EmbeddedSearchIndex: typeof EmbeddedSearchIndex;
      };
      return compiled.EmbeddedSearchIndex.open(join(folder, 'search.db'));
    },
  },
  {
    name: 'Meilisearch',
    missing: MEILI_URL ? undefined : 'MEILI_URL is not set',
    embedded: false,
    open: () => MeiliSearchIndex.open({ url: MEILI_URL!, key: MEILI_KEY, indexName }),
    discard: async () => {
      await new Meilisearch({ host: MEILI_URL!, apiKey: MEILI_KEY }).deleteIndex(indexName).waitTask();
    },
  },
];

let compiledUrl: string | undefined;

/** Compiles the embedded engine as the build does, because a thread cannot be started from TypeScript. */
function compiledSearchIndex(): string {
  if (compiledUrl) return compiledUrl;
  const sources = fileURLToPath(new URL('../../../libs/platform/search/', import.meta.url));
  const cache = fileURLToPath(new URL('../../../node_modules/.cache/', import.meta.url));
  mkdirSync(cache, { recursive: true });
  const output = mkdtempSync(join(cache, 'search-'));
  process.once('exit', () => rmSync(output, { recursive: true, force: true }));
  writeFileSync(join(output, 'package.json'), '{ "type": "module" }');
  for (const entry of readdirSync(sources, { withFileTypes: true, recursive: true })) {
    const source = join(entry.parentPath, entry.name);
    if (!/(embedded|text)\/[^/]+(?<!\.spec)\.ts$|search-index\.ts$/.test(source)) continue;
    const target = join(output, relative(sources, source).replace(/\.ts$/, '.js'));
    const { code } = transformSync(readFileSync(source, 'utf8'), {
      filename: source,
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
      module: { type: 'es6' },
      swcrc: false,
    });
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, code);
  }
  compiledUrl = pathToFileURL(join(output, 'embedded/embedded-search-index.js')).href;
  return compiledUrl;
}
