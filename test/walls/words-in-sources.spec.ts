import { describe, expect, it } from '@jest/globals';
import { Catalogue } from '../../libs/platform/i18n/catalogue.js';
import { LOCALE_NAMES } from '../../libs/platform/i18n/locales.js';
import {
  callsOf,
  filesIn,
  literalsOf,
  nodesOf,
  parseSource,
  readText,
  type SyntaxNode,
  sourceFiles,
} from './sources.js';

/** Attributes and properties that people read or hear. */
const READ_BY_PEOPLE =
  /^(label|title|placeholder|alt|lede|note|hint|help|message|heading|caption|summary|legend|aria-(label|description|roledescription|valuetext|placeholder)|\w+(Label|Title|Heading))$/;

/** Words that are the same in every language, with the reason. */
const SAME_EVERYWHERE = new Map([
  ['Minga', 'the name'],
  ['ORCID', 'the name of a register'],
  ['minga', 'the name, as the mark at the top writes it'],
  ['USD', 'the code of a currency'],
  ['IATI', 'the name of a standard'],
  ['CSV', 'the name of a format'],
  ['JSON', 'the name of a format'],
  ...Object.values(LOCALE_NAMES).map((name): [string, string] => [name, 'each language is named in itself']),
]);

/** Files that nobody reads on a site, with the reason. */
const NOT_READ = new Map([
  ['apps/web/components/build-showcase.tsx', 'fills each component once, for the tests of the components'],
]);

/** Whether people would read this as words, once what is the same everywhere is left out. */
function isWords(text: string): boolean {
  const rest = [...SAME_EVERYWHERE.keys()].reduce(
    (left, same) => left.replace(new RegExp(`(?<!\\p{L})${same}(?!\\p{L})`, 'gu'), ''),
    text,
  );
  return /\p{L}/u.test(rest);
}

/** Words that stand in a page or component itself, instead of in `locales/`. */
function hardCodedWords(tree: SyntaxNode): string[] {
  const found: string[] = [];
  for (const node of nodesOf(tree)) {
    if (node.type === 'JSXElement' || node.type === 'JSXFragment')
      found.push(...(node.children as SyntaxNode[]).flatMap(literalsOf));
    if (node.type === 'JSXAttribute' && READ_BY_PEOPLE.test(nameOf(node.name)))
      found.push(...literalsOf(node.value));
    if (node.type === 'KeyValueProperty' && READ_BY_PEOPLE.test(nameOf(node.key)))
      found.push(...literalsOf(node.value));
  }
  return found.map((text) => text.trim()).filter(isWords);
}

function nameOf(node: unknown): string {
  const { value, name, namespace } = node as { value?: string; name?: { value: string }; namespace?: object };
  return namespace ? '' : String(value ?? name?.value ?? '');
}

const sources = sourceFiles().map((path) => ({ path, tree: parseSource(path) }));
const catalogue = Catalogue.load();
const englishKeys = filesIn(['locales/en'], /\.json$/).flatMap((path) => {
  const place = path.split('/').at(-1)?.replace('.json', '');
  return Object.keys(JSON.parse(readText(path)) as object).map((key) => `${place}.${key}`);
});

/** A key as the sources write it; `…` stands for what is only known later. */
function isKnown(key: string): boolean {
  if (!key.includes('…')) return catalogue.has(key);
  const pattern = new RegExp(`^${key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('…', '.+')}$`);
  return englishKeys.some((known) => pattern.test(known));
}

describe('words in the sources', () => {
  it('are looked for where they may stand', () => {
    const page =
      '<p title="one">two {three === "3" ? "four" : `five ` + six} {t("ui.seven")} {eight && "nine"}</p>';
    const tree = parseSource('example.tsx', `const page = ${page}`);
    expect(hardCodedWords(tree)).toEqual(['two', 'four', 'five', 'nine', 'one']);
  });

  it('of pages and components come from the catalogues', () => {
    const pages = sources.filter(({ path }) => path.startsWith('apps/web/') && path.endsWith('.tsx'));
    const found = pages
      .filter(({ path }) => !NOT_READ.has(path))
      .flatMap(({ path, tree }) => hardCodedWords(tree).map((text) => `${path}: ${text}`));
    expect(found).toEqual([]);
  });

  it('that are asked for by key are there', () => {
    const missing = sources.flatMap(({ path, tree }) => {
      const asked = [...callsOf(tree, 't')].flatMap(({ args }) => literalsOf(args[0]));
      return asked
        .filter((key) => /^[\w-]+\.…?[\w-]/.test(key) && !isKnown(key))
        .map((key) => `${path}: ${key}`);
    });
    expect(missing).toEqual([]);
  });

  it('exist for every error', () => {
    const missing = sources.flatMap(({ path, tree }) =>
      errorCodesIn(tree)
        .filter((code) => !catalogue.has(`errors.${code.replaceAll('/', '.')}`))
        .map((code) => `${path}: ${code}`),
    );
    expect([...new Set(missing)]).toEqual([]);
  });
});

const CODE = /^[a-z]+(-[a-z]+)*\/[a-z]+(-[a-z]+)*$/;

function errorCodesIn(tree: SyntaxNode): string[] {
  const calls = [...callsOf(tree, 'DomainError', 'invalid', 'conflict', 'unavailable')];
  const inCalls = calls.flatMap(({ name, args }) => literalsOf(args[name === 'DomainError' ? 1 : 0]));
  const inFields = [...nodesOf(tree)]
    .filter((node) => node.type === 'KeyValueProperty' && nameOf(node.key) === 'code')
    .flatMap((node) => literalsOf(node.value));
  return [...inCalls, ...inFields].filter((code) => CODE.test(code));
}
