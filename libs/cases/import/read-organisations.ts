import { actorNameKey } from '../../atlas/index.js';
import { cleanText } from '../../platform/validation/text.js';
import type { ActorRole, ActorType } from '../rules/case-codes.js';
import { type CellReader, lookUp, patternOf, shown } from './cell-reader.js';
import type { ActorSource, ImportMap } from './import-map.schema.js';

/** An organisation as a row names it; its country is still as written. */
export interface NamedOrganisation {
  name: string;
  role: ActorRole;
  type?: ActorType;
  countryName: string | null;
}

const LONGEST_NAME = 200;
const SHORTEST_NAME = 2;

/** The organisations of a row. What stands for "nobody knows" is none, and those that are one worldwide have no country. */
export function readOrganisations(map: ImportMap, reader: CellReader): NamedOrganisation[] {
  const { aliases, placeholders, worldwide } = map.organisations;
  return map.actors.flatMap((source) => {
    const written =
      source.column === undefined ? [source.value ?? ''] : reader.list(source.column, source.split);
    return written.flatMap((part) => {
      const told = readName(source, reader, part);
      const name = oneLine(lookUp(aliases, told.name) ?? told.name);
      if (!/[\p{L}\p{N}]/u.test(name) || isListed(placeholders, name)) {
        reader.note('organisation: stands for none, left out', `organisation: ${shown(part)}`);
        return [];
      }
      if (name.length < SHORTEST_NAME || name.length > LONGEST_NAME) {
        reader.note('organisation: is no name by its length, left out', `organisation: ${shown(part)}`);
        return [];
      }
      const countryName = isListed(worldwide, name) ? null : told.countryName;
      return [{ name, role: source.role, type: told.type, countryName }];
    });
  });
}

/** Name, type and country of what is written: by the map's pattern, or from the columns beside it. */
function readName(source: ActorSource, reader: CellReader, written: string): Omit<NamedOrganisation, 'role'> {
  const parts = source.pattern === undefined ? undefined : patternOf(source.pattern).exec(written)?.groups;
  const typeName = parts?.type ?? (source.typeColumn ? reader.cell(source.typeColumn) : '');
  const countryName = parts?.country ?? (source.countryColumn ? reader.cell(source.countryColumn) : '');
  const type = lookUp(source.types, typeName) ?? source.type;
  return { name: parts?.name ?? written, type, countryName: countryName.trim() || null };
}

function oneLine(written: string): string {
  return cleanText(written).replace(/\s+/g, ' ');
}

const lists = new WeakMap<readonly string[], ReadonlySet<string>>();

function isListed(names: readonly string[], name: string): boolean {
  const known = lists.get(names) ?? new Set(names.map(actorNameKey));
  lists.set(names, known);
  return known.has(actorNameKey(name));
}
