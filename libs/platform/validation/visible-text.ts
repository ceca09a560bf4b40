/**
 * What leaves no mark on a page by itself: spaces, characters that are ignored where they are shown (zero-width ones,
 * fillers, tags, variation selectors, soft hyphens), controls, marks without a letter, and the few that are drawn blank.
 */
const UNSEEN =
  /[\s\p{Default_Ignorable_Code_Point}\p{Z}\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{M}\p{Noncharacter_Code_Point}\u2800\ufffc\u{1d159}]+/gu;

/** Spelled as Markdown understands them: `&nbsp;`, `&#8203;`, `&#x200b;`. */
const CHARACTER_REFERENCE = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,24}));/gi;
const UNSEEN_NAMES = new Set([
  ...[
    'nbsp',
    'ensp',
    'emsp',
    'thinsp',
    'hairsp',
    'numsp',
    'puncsp',
    'shy',
    'zwj',
    'zwnj',
    'lrm',
    'rlm',
    'nobreak',
  ],
  ...['zerowidthspace', 'nonbreakingspace', 'verythinspace', 'thinspace', 'mediumspace', 'tab', 'newline'],
  ...[
    'negativeverythinspace',
    'negativethinspace',
    'negativemediumspace',
    'negativethickspace',
    'thickspace',
  ],
  ...['invisibletimes', 'invisiblecomma', 'applyfunction', 'it', 'ic', 'af'],
]);

const LAST_CODE_POINT = 0x10ffff;

/** Whether a reader sees anything of the text. */
export function isVisible(text: string): boolean {
  return text.replace(UNSEEN, '') !== '';
}

/** The same of a text that may be read as Markdown. */
export function isVisibleMarkdown(text: string): boolean {
  return isVisible(text.replace(CHARACTER_REFERENCE, characterOf));
}

function characterOf(reference: string, decimal?: string, hexadecimal?: string, name = ''): string {
  if (UNSEEN_NAMES.has(name.toLowerCase())) return '';
  const code = decimal ? Number(decimal) : hexadecimal ? Number.parseInt(hexadecimal, 16) : null;
  return code === null || code > LAST_CODE_POINT ? reference : String.fromCodePoint(code);
}
