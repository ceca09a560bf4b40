import { readFileSync } from 'node:fs';

/** The languages of the interface, in the column order of every table. */
export const LANGUAGES = ['en', 'fr', 'es', 'pt', 'ar', 'zh', 'ru'];

/** Reads a hand-kept file of `sources/`, without comments and blank lines. */
export function readLines(name) {
  const text = readFileSync(new URL(`./sources/${name}`, import.meta.url), 'utf8');
  return text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('# '));
}

/** Splits `a | b | c` into trimmed cells. */
export function cells(line) {
  return line.split('|').map((cell) => cell.trim());
}

/** Turns seven cells into names by language; a missing translation stops the build. */
export function namesOf(sevenCells, where) {
  if (sevenCells.length !== LANGUAGES.length || sevenCells.some((cell) => cell === '')) {
    throw new Error(`${where}: ${LANGUAGES.length} names needed, got ${JSON.stringify(sevenCells)}`);
  }
  return Object.fromEntries(LANGUAGES.map((language, index) => [language, sevenCells[index]]));
}

/** A two-level table: parents start the line, children follow after `- `. Returns rows with `parent` set on children. */
export function readTree(name, leadingColumns) {
  let parent = null;
  return readLines(name).map((line) => {
    const isChild = line.startsWith('- ');
    const [code, ...rest] = cells(isChild ? line.slice(2) : line);
    if (!isChild) parent = code;
    const lead = rest.slice(0, leadingColumns);
    return {
      code,
      parent: isChild ? parent : null,
      lead,
      names: namesOf(rest.slice(leadingColumns), `${name}: ${code}`),
    };
  });
}

/** A table with several lists, each under `[list]`. Returns list → records. */
export function readLists(name) {
  const lists = {};
  let current = null;
  for (const line of readLines(name)) {
    const heading = /^\[(.+)\]$/.exec(line);
    if (heading) {
      current = heading[1];
      lists[current] = [];
      continue;
    }
    const [code, ...names] = cells(line);
    lists[current].push({ code, names: namesOf(names, `${name}: ${code}`) });
  }
  return lists;
}
