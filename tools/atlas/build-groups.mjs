import { readdirSync, readFileSync } from 'node:fs';
import { cells, namesOf } from './read-tables.mjs';

const FOLDER = new URL('./sources/groups/', import.meta.url);
const STATUSES = new Set(['suspended', 'associate']);
const LINE =
  /^(?<from>\d{4}(?:-\d{2}-\d{2})?)(?<assumed>\?)?(?:\.\.(?<to>\d{4}(?:-\d{2}-\d{2})?))?(?: (?<status>suspended|associate))? (?<codes>[A-Z@ ]+?)(?: # (?<note>.+))?$/;

const firstDay = (date) => (date.length === 4 ? `${date}-01-01` : date);

function memberships(line, source, checkedOn, where) {
  const parts = LINE.exec(line)?.groups;
  if (!parts) throw new Error(`${where}: cannot read "${line}"`);
  const { from, to, status = 'member' } = parts;
  const yearOnly = from.length === 4 || to?.length === 4;
  const precision = parts.assumed ? 'assumed' : yearOnly ? 'year' : undefined;
  if (status !== 'member' && !STATUSES.has(status)) throw new Error(`${where}: unknown status ${status}`);
  return parts.codes.split(' ').map((code) => ({
    ...(code.startsWith('@') ? { organisation: code.slice(1) } : { country: code }),
    from: firstDay(from),
    ...(to ? { to: firstDay(to) } : {}),
    status,
    ...(precision ? { precision } : {}),
    ...(parts.note ? { note: parts.note } : {}),
    source,
    checkedOn,
  }));
}

function readGroup(file, iso3Codes) {
  const [head, body] = readFileSync(new URL(file, FOLDER), 'utf8').split('\n\n');
  const keys = Object.fromEntries(
    head
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const members = body
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line) => memberships(line, keys.source, keys.checked, file));
  for (const { country } of members) {
    if (country && !iso3Codes.has(country)) throw new Error(`${file}: ${country} is not an ISO alpha-3 code`);
  }
  members.sort(
    (a, b) =>
      a.from.localeCompare(b.from) ||
      (a.country ?? a.organisation).localeCompare(b.country ?? b.organisation),
  );
  return {
    code: file.replace('.group.txt', ''),
    names: namesOf(cells(keys.names), file),
    description: keys.description,
    source: keys.source,
    checkedOn: keys.checked,
    members,
  };
}

/** All groups of `sources/groups/`, memberships in order of their first day. */
export function buildGroups(iso3Codes) {
  const files = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.group.txt'))
    .sort();
  return files.map((file) => readGroup(file, iso3Codes));
}
