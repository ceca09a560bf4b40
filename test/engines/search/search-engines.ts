import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeEach, describe } from '@jest/globals';
import { transformSync } from '@swc/core';
import { Meilisearch } from 'meilisearch';
import { EmbeddedSearchIndex } from '../../../libs/platform/search/embedded/embedded-search-index.js';
import { MeiliSearchIndex } from '../../../libs/platform/search/meili/meili-search-index.js';
import type { SearchAnswer, SearchIndex, SearchRequest } from '../../../libs/platform/search/search-index.js';
import { buildLibrary, keysOf } from './search-documents.js';

/** An engine under test. */
interface SearchEngine {
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

const SEARCH_ENGINES: SearchEngine[] = [
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

const required = (process.env.REQUIRE_ENGINES ?? '').split(',').map((name) => name.trim());

/**
 * Declares tests for each engine, on an index that holds the library of {@link buildLibrary}. An engine that is
 * missing here is skipped, unless `REQUIRE_ENGINES` names it.
 * @param body `use()` is the index of the running test
 */
export function describeSearchEngines(
  what: string,
  body: (use: () => SearchIndex, engine: SearchEngine) => void,
): void {
  for (const engine of SEARCH_ENGINES) {
    const skipped = engine.missing && !required.includes('meili');
    const name = skipped ? `${engine.name} (skipped: ${engine.missing})` : engine.name;
    if (skipped) process.stdout.write(`search ${what}: ${name}\n`);
    (skipped ? describe.skip : describe)(`search ${what}: ${name}`, () => {
      let folder: string;
      let index: SearchIndex;

      beforeEach(async () => {
        if (engine.missing) throw new Error(`${engine.name} is required, but ${engine.missing}`);
        folder = mkdtempSync(join(tmpdir(), 'minga-search-'));
        index = await engine.open(folder);
        await index.put(buildLibrary());
        await index.settled();
      });

      afterEach(async () => {
        if (engine.missing) return;
        await index.close();
        await engine.discard?.();
        rmSync(folder, { recursive: true, force: true });
      });

      afterAll(() => {
        if (compiledFolder) rmSync(compiledFolder, { recursive: true, force: true });
        compiledFolder = undefined;
        compiledUrl = undefined;
      });

      body(() => index, engine);
    });
  }
}

export function searchIn(index: SearchIndex, request: Partial<SearchRequest>): Promise<SearchAnswer> {
  return index.search({ q: '', audiences: ['public'], ...request });
}

/** Keys of what a query finds. */
export async function foundIn(
  index: SearchIndex,
  q: string,
  request: Partial<SearchRequest> = {},
): Promise<string[]> {
  return keysOf(await searchIn(index, { ...request, q }));
}

let compiledUrl: string | undefined;
let compiledFolder: string | undefined;

/** What the search thread consists of. */
const COMPILED =
  /^search\/(embedded|text)\/[^/]+(?<!\.spec)\.ts$|^search\/search-index\.ts$|^(errors\/domain-error|memory\/lean-start)\.ts$/;

/** Compiles the embedded engine as the build does, because a thread cannot be started from TypeScript. */
function compiledSearchIndex(): string {
  if (compiledUrl) return compiledUrl;
  const sources = fileURLToPath(new URL('../../../libs/platform/', import.meta.url));
  const cache = fileURLToPath(new URL('../../../node_modules/.cache/', import.meta.url));
  mkdirSync(cache, { recursive: true });
  const output = mkdtempSync(join(cache, 'search-'));
  compiledFolder = output;
  writeFileSync(join(output, 'package.json'), '{ "type": "module" }');
  for (const entry of readdirSync(sources, { withFileTypes: true, recursive: true })) {
    const source = join(entry.parentPath, entry.name);
    if (!COMPILED.test(relative(sources, source))) continue;
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
  compiledUrl = pathToFileURL(join(output, 'search/embedded/embedded-search-index.js')).href;
  return compiledUrl;
}
