/** A kind of reference by name, as events carry it: exactly these fields. */
export interface RefKind {
  key: string;
  name: string;
  fields: readonly string[];
}

export type Ref = Record<string, unknown>;

/** `EntityRef`: to anything that has a page. */
export const ENTITY_REF: RefKind = { key: 'key', name: 'title', fields: ['key', 'type', 'title', 'url'] };
/** Somebody beside what they did. */
export const PERSON_REF: RefKind = { key: 'id', name: 'name', fields: ['id', 'name', 'url'] };

/** The data as the log keeps it: a reference without its name, which may be another one tomorrow. */
export function withoutNames(data: unknown): unknown {
  return [ENTITY_REF, PERSON_REF].reduce(
    (rest, kind) => mapRefs(rest, kind, ({ [kind.name]: _, ...ref }) => ref),
    data,
  );
}

/** The references of one kind in the data, by key. */
export function keysOfRefs(data: unknown, kind: RefKind): string[] {
  const keys: string[] = [];
  mapRefs(data, kind, (ref) => {
    keys.push(String(ref[kind.key]));
    return ref;
  });
  return keys;
}

/** The data with other references in the place of those of one kind. Null takes one out of its list. */
export function mapRefs(data: unknown, kind: RefKind, map: (ref: Ref) => Ref | null): unknown {
  if (Array.isArray(data)) {
    return data.flatMap((one) => {
      const mapped = mapRefs(one, kind, map);
      return mapped === null && one !== null ? [] : [mapped];
    });
  }
  if (typeof data !== 'object' || data === null) return data;
  if (isRef(data as Ref, kind)) return map(data as Ref);
  return Object.fromEntries(Object.entries(data).map(([field, value]) => [field, mapRefs(value, kind, map)]));
}

/** A reference without its name is one too. */
function isRef(value: Ref, { name, fields }: RefKind): boolean {
  const has = Object.keys(value);
  return (
    has.every((field) => fields.includes(field)) &&
    fields.every((field) => field === name || typeof value[field] === 'string')
  );
}
