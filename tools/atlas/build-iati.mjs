import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { cells, namesOf, readLines } from './read-tables.mjs';

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  isArray: (name) => name === 'codelist-item' || name === 'narrative',
});

function readCodelist(folder, name) {
  const xml = parser.parse(readFileSync(join(folder, 'codelists', `${name}.xml`), 'utf8'));
  return xml.codelist['codelist-items']['codelist-item'];
}

/** Spaces inside French quotation marks do not break (`docs/wording.md`); the list breaks them. */
const FRENCH_QUOTES = /(?<=«) | (?=»)/g;
const NO_BREAK = '\u00a0';

/** IATI narratives → `{ en, fr? }`; a narrative without a language is English. */
function textsOf(item) {
  const texts = {};
  for (const narrative of item.name.narrative) {
    const text = typeof narrative === 'string' ? narrative : narrative['#text'];
    const language = typeof narrative === 'string' ? 'en' : (narrative['@xml:lang'] ?? 'en');
    if (text?.trim()) texts[language] = text.replace(/\s+/g, ' ').replace(FRENCH_QUOTES, NO_BREAK).trim();
  }
  return texts;
}

export function buildSdgs(folder) {
  const titles = new Map(readCodelist(folder, 'UNSDG-Goals').map((item) => [item.code, textsOf(item)]));
  return readLines('sdgs.table.txt').map((line) => {
    const [code, color, ...names] = cells(line);
    return { code, color, names: namesOf(names, `SDG ${code}`), titles: titles.get(code) };
  });
}

export function buildSdgTargets(folder) {
  return readCodelist(folder, 'UNSDG-Targets').map((item) => ({
    code: item.code,
    goal: item.code.slice(0, item.code.indexOf('.')),
    texts: textsOf(item),
  }));
}

/** DAC sectors: the 3-digit categories, each followed by its active 5-digit codes. */
export function buildSectors(folder) {
  const active = readCodelist(folder, 'Sector').filter((item) => (item['@status'] ?? 'active') === 'active');
  const categories = readCodelist(folder, 'SectorCategory').filter(
    (item) => (item['@status'] ?? 'active') === 'active',
  );
  const known = new Set(categories.map(({ code }) => code));
  const orphan = active.find(({ category }) => !known.has(category));
  if (orphan)
    throw new Error(`sector ${orphan.code} names the category ${orphan.category}, which is not in the list`);
  return categories.flatMap((category) => [
    { code: category.code, level: 'category', parent: null, names: textsOf(category) },
    ...active
      .filter((item) => item.category === category.code)
      .map((item) => ({ code: item.code, level: 'sector', parent: category.code, names: textsOf(item) })),
  ]);
}

/** Our actor types; each IATI organisation type must be read as exactly one of them. */
export function buildActorTypes(folder) {
  const iatiCodes = readCodelist(folder, 'OrganisationType').map(({ code }) => code);
  const types = readLines('actor-types.table.txt').map((line) => {
    const [code, iatiExport, iatiImport, ...names] = cells(line);
    return {
      code,
      names: namesOf(names, code),
      iatiExport,
      iatiImport: iatiImport.split(' ').filter(Boolean),
    };
  });
  for (const iatiCode of iatiCodes) {
    const readers = types.filter(({ iatiImport }) => iatiImport.includes(iatiCode));
    if (readers.length !== 1)
      throw new Error(`IATI organisation type ${iatiCode} is read by ${readers.length} actor types`);
  }
  return types;
}
