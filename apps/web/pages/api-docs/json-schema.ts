/** A JSON Schema as the contracts of the routes make them: inline, without references. */
export interface JsonSchema {
  type?: string | string[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  description?: string;
  format?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  maxItems?: number;
  additionalProperties?: JsonSchema | boolean;
}

/** One field of a body or an answer, ready to be written in a row. */
export interface SchemaField {
  /** Path from the top, such as `countries[].role`. */
  path: string;
  type: string;
  required: boolean;
  /** Values that are allowed, where they are listed. */
  choices: string[];
  byDefault?: string;
  range?: string;
  description?: string;
}

/** Fields that lie deeper are left to the document itself. */
const DEEPEST = 4;

/** All fields of a schema in reading order, those of objects and lists indented by their path. */
export function fieldsOf(schema: JsonSchema): SchemaField[] {
  const { inner } = withoutNull(schema);
  return walk(inner, '', 0);
}

function walk(schema: JsonSchema, path: string, depth: number): SchemaField[] {
  if (depth > DEEPEST) return [];
  if (schema.type === 'array' && schema.items)
    return walk(withoutNull(schema.items).inner, `${path}[]`, depth);
  const required = new Set(schema.required);
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const { inner, isNullable } = withoutNull(property);
    const full = path === '' ? name : `${path}.${name}`;
    const field: SchemaField = {
      path: full,
      type: isNullable ? `${typeOf(inner)} | null` : typeOf(inner),
      required: required.has(name),
      choices: (inner.enum ?? inner.items?.enum ?? []).map(String),
      byDefault: property.default === undefined ? undefined : JSON.stringify(property.default),
      range: rangeOf(inner),
      description: property.description ?? inner.description,
    };
    return [field, ...walk(inner, full, depth + 1)];
  });
}

/** `anyOf: [text, null]` is a text that may be null. */
function withoutNull(schema: JsonSchema): { inner: JsonSchema; isNullable: boolean } {
  const kinds = schema.anyOf ?? [];
  const [inner, ...others] = kinds.filter(({ type }) => type !== 'null');
  const isNullable = kinds.some(({ type }) => type === 'null');
  return { inner: inner && others.length === 0 ? inner : schema, isNullable };
}

function typeOf(schema: JsonSchema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.anyOf) return [...new Set(schema.anyOf.map(typeOf))].join(' | ');
  if (schema.type === 'array') return `${schema.items ? typeOf(withoutNull(schema.items).inner) : 'any'}[]`;
  return [schema.type ?? 'any'].flat().join(' | ');
}

/** Lengths of texts are left out: they are counted after cleaning, so that the raw limit would mislead. */
function rangeOf({ minimum, maximum, maxItems }: JsonSchema): string | undefined {
  const isBound = (value: number | undefined) =>
    value !== undefined && Math.abs(value) < Number.MAX_SAFE_INTEGER;
  if (isBound(minimum) && isBound(maximum)) return `${minimum}–${maximum}`;
  if (isBound(minimum)) return `≥ ${minimum}`;
  if (isBound(maximum)) return `≤ ${maximum}`;
  return maxItems === undefined ? undefined : `≤ ${maxItems}`;
}

/** A small value that fits the schema: what must be there, and nothing else. */
export function exampleOf(schema: JsonSchema, name = ''): unknown {
  const { inner } = withoutNull(schema);
  if (inner.const !== undefined) return inner.const;
  if (inner.default !== undefined) return inner.default;
  if (inner.enum) return inner.enum[0];
  if (inner.anyOf) return exampleOf(inner.anyOf[0] ?? {}, name);
  const type = [inner.type].flat()[0];
  if (type === 'object') {
    const required = Object.entries(inner.properties ?? {}).filter(([key]) => inner.required?.includes(key));
    return Object.fromEntries(required.map(([key, property]) => [key, exampleOf(property, key)]));
  }
  if (type === 'array') return inner.items ? [exampleOf(inner.items, name)] : [];
  if (type === 'boolean') return true;
  if (type === 'integer' || type === 'number') return Math.max(inner.minimum ?? 1, 1);
  return textFor(name);
}

const TEXTS: Record<string, string> = {
  about: 'country:PER',
  body: 'How did you keep the gates from silting up?',
  country: 'PER',
  email: 'rosa@example.org',
  from: 'country:PER',
  id: 'ID',
  key: 'country:PER',
  password: 'seven canals under one moon',
  q: 'irrigation',
  title: 'Farmer-led canal repair',
  to: 'theme:irrigation',
};

function textFor(name: string): string {
  return TEXTS[name] ?? '…';
}
