import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from '@swc/core';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A node of the syntax tree of swc. Its fields depend on its type. */
export interface SyntaxNode {
  type: string;
  [field: string]: unknown;
}

/** Files under the folders whose path matches, relative to the repository, in order. */
export function filesIn(folders: string[], matching: RegExp): string[] {
  return folders
    .flatMap((folder) =>
      (readdirSync(join(ROOT, folder), { recursive: true }) as string[]).map((path) => join(folder, path)),
    )
    .filter((path) => matching.test(path))
    .sort();
}

/** What Minga is made of, without the specs beside it. */
export function sourceFiles(...folders: string[]): string[] {
  const from = folders.length > 0 ? folders : ['apps', 'libs'];
  return filesIn(from, /\.tsx?$/).filter((path) => !/\.spec\.tsx?$/.test(path));
}

export function readText(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** @param text what the file holds, when it is not to be read */
export function parseSource(path: string, text = readText(path)): SyntaxNode {
  return parseSync(text, {
    syntax: 'typescript',
    tsx: path.endsWith('x'),
    decorators: true,
  }) as unknown as SyntaxNode;
}

/** Every node from this one down. */
export function* nodesOf(node: unknown): Iterable<SyntaxNode> {
  if (Array.isArray(node)) {
    for (const item of node) yield* nodesOf(item);
  } else if (isNode(node)) {
    yield node;
    for (const value of Object.values(node)) if (typeof value === 'object') yield* nodesOf(value);
  } else if (typeof node === 'object' && node !== null) {
    for (const value of Object.values(node)) if (typeof value === 'object') yield* nodesOf(value);
  }
}

/** Calls of a function or a method of this name, with their arguments. */
export function* callsOf(
  tree: SyntaxNode,
  ...names: string[]
): Iterable<{ name: string; args: SyntaxNode[] }> {
  for (const node of nodesOf(tree)) {
    if (node.type !== 'CallExpression' && node.type !== 'NewExpression') continue;
    const name = nameOfCallee(node.callee);
    const args = (node.arguments ?? []) as { expression: SyntaxNode }[];
    if (name && names.includes(name)) yield { name, args: args.map(({ expression }) => expression) };
  }
}

/** The string literals that an expression can come to, without those that go into calls. */
export function literalsOf(expression: unknown): string[] {
  if (!isNode(expression)) return [];
  const { type, consequent, alternate, left, right, expression: inner, quasis } = expression;
  switch (type) {
    case 'StringLiteral':
    case 'JSXText':
      return [String(expression.value)];
    case 'TemplateLiteral':
      return [(quasis as { cooked: string }[]).map(({ cooked }) => cooked).join('…')];
    case 'ConditionalExpression':
      return [...literalsOf(consequent), ...literalsOf(alternate)];
    case 'BinaryExpression':
      return literalsOfOperands(String(expression.operator), left, right);
    case 'ParenthesisExpression':
    case 'JSXExpressionContainer':
    case 'TsAsExpression':
      return literalsOf(inner);
    default:
      return [];
  }
}

/** What is compared is not shown, nor is what decides. */
function literalsOfOperands(operator: string, left: unknown, right: unknown): string[] {
  if (operator === '&&') return literalsOf(right);
  return ['+', '||', '??'].includes(operator) ? [...literalsOf(left), ...literalsOf(right)] : [];
}

function nameOfCallee(callee: unknown): string | null {
  if (!isNode(callee)) return null;
  if (callee.type === 'Identifier') return String(callee.value);
  return callee.type === 'MemberExpression' ? nameOfCallee(callee.property) : null;
}

function isNode(value: unknown): value is SyntaxNode {
  return (
    typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
  );
}
