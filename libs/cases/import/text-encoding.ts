import { open } from 'node:fs/promises';
import { invalid } from '../../platform/errors/domain-error.js';
import { readLines } from './text-lines.js';

/** How the bytes of a file become text. */
export interface TextEncoding {
  readonly name: string;
  /** What one letter of a raw line stands for. */
  readonly unit: 'byte' | 'utf16le' | 'utf16be';
  /** A raw line as text; null where its bytes mean nothing in this encoding. Nothing is ever replaced. */
  decode(raw: string): string | null;
}

const UTF8 = byteEncoding('utf-8');
const UTF16LE: TextEncoding = { name: 'utf-16le', unit: 'utf16le', decode: wellFormed };
const UTF16BE: TextEncoding = { name: 'utf-16be', unit: 'utf16be', decode: wellFormed };

/** 0x80 to 0x9F of Windows-1252; a blank stands for nothing. By hand: some releases of Node leave these bytes as they are. */
const WINDOWS_1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** Tried, in this order, where a file is not UTF-8: how each reads a line is shown to whoever has to choose. */
const LIKELY = ['windows-1252', 'gb18030', 'windows-1251', 'windows-1256', 'macintosh', 'windows-1250'];

const SAMPLE_BYTES = 64 * 1024;
const SHOWN_LETTERS = 40;

/** @param name a label of the Encoding Standard, as `windows-1252`; null for one that is not known */
export function encodingNamed(name: string): TextEncoding | null {
  const label = name.trim().toLowerCase();
  if (['utf-16', 'utf-16le', 'utf16le'].includes(label)) return UTF16LE;
  if (['utf-16be', 'utf16be'].includes(label)) return UTF16BE;
  try {
    const { encoding } = new TextDecoder(label);
    // Its letters are told by escapes that may hold a line end or a quotation mark.
    return encoding === 'iso-2022-jp' ? null : byteEncoding(encoding);
  } catch {
    return null;
  }
}

/**
 * The encoding of a file: by its byte order mark, by the name in the map, by the zero bytes of UTF-16, or UTF-8.
 * A file in which no line with letters beyond ASCII is UTF-8 is refused, with how likely encodings read it.
 * @throws {DomainError} `cases/import-encoding-unknown`
 */
export async function findEncoding(path: string, named: string | undefined): Promise<TextEncoding> {
  const start = await readStart(path);
  const marked = byMark(start);
  if (marked) return marked;
  if (named !== undefined) {
    const encoding = encodingNamed(named);
    if (!encoding) throw invalid('cases/import-file-unreadable', { reason: `unknown encoding ${named}` });
    return encoding;
  }
  const wide = byZeroBytes(start);
  if (wide) return wide;
  await expectUtf8(path);
  return UTF8;
}

/** A whole small file, such as JSON, as text. @throws {DomainError} as {@link findEncoding} */
export async function readText(path: string, named: string | undefined): Promise<string> {
  const encoding = await findEncoding(path, named);
  const lines: string[] = [];
  for await (const raw of readLines(path, encoding.unit)) {
    const text = encoding.decode(raw);
    if (text === null) throw invalid('cases/import-file-unreadable', { reason: `is not ${encoding.name}` });
    lines.push(text);
  }
  return lines.join('\n').replace(/^\ufeff/, '');
}

function byteEncoding(name: string): TextEncoding {
  if (name === 'windows-1252') return { name, unit: 'byte', decode: decodeWindows1252 };
  const decoder = new TextDecoder(name, { fatal: true, ignoreBOM: true });
  const decode = (raw: string) => {
    if (isAscii(raw)) return raw;
    try {
      const text = decoder.decode(Buffer.from(raw, 'latin1'));
      // Controls beyond ASCII mark the bytes that an encoding of one byte per letter has no letter for.
      return name !== 'utf-8' && /[\u0080-\u009f]/.test(text) ? null : text;
    } catch {
      return null;
    }
  };
  return { name, unit: 'byte', decode };
}

function decodeWindows1252(raw: string): string | null {
  const text = raw.replace(/[\u0080-\u009f]/g, (letter) => WINDOWS_1252[letter.charCodeAt(0) - 0x80] ?? ' ');
  const lost = [...raw.matchAll(/[\u0080-\u009f]/g)].some(({ index }) => text[index] === ' ');
  return lost ? null : text;
}

function wellFormed(raw: string): string | null {
  return raw.isWellFormed() ? raw : null;
}

function isAscii(raw: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant
  return /^[\u0000-\u007f]*$/.test(raw);
}

function byMark(start: Buffer): TextEncoding | null {
  if (start[0] === 0xff && start[1] === 0xfe) return UTF16LE;
  if (start[0] === 0xfe && start[1] === 0xff) return UTF16BE;
  return start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf ? UTF8 : null;
}

/** UTF-16 without mark: zeros on one side of the pairs, and lines with separators when read so. A stray zero is no sign. */
function byZeroBytes(start: Buffer): TextEncoding | null {
  const pairs = Math.floor(start.length / 2);
  let first = 0;
  let second = 0;
  for (let index = 0; index < pairs; index++) {
    if (start[2 * index] === 0) first++;
    if (start[2 * index + 1] === 0) second++;
  }
  const even = Buffer.from(start.subarray(0, 2 * pairs));
  const seemsText = (text: string) =>
    /[\r\n]/.test(text) && /[,;\t|[{]/.test(text.split(/[\r\n]/, 1)[0] ?? '');
  if (second > pairs / 20 && second > 10 * first && seemsText(even.toString('utf16le'))) return UTF16LE;
  if (first > pairs / 20 && first > 10 * second && seemsText(even.swap16().toString('utf16le')))
    return UTF16BE;
  return null;
}

/** One broken line among good ones costs itself; a file without a good one is something else than UTF-8. */
async function expectUtf8(path: string): Promise<void> {
  let header: string | null = null;
  let broken: string | null = null;
  for await (const raw of readLines(path, 'byte')) {
    header ??= raw;
    if (isAscii(raw)) continue;
    if (UTF8.decode(raw) === null) broken ??= raw;
    else return;
  }
  if (broken === null || header === null) return;
  const seen = LIKELY.flatMap((name) => {
    const sample = shownIn(name, broken);
    return sample === null ? [] : [`${name} “${sample}”`];
  });
  const columns = shownIn('windows-1252', header) ?? header.slice(0, SHOWN_LETTERS);
  throw invalid('cases/import-encoding-unknown', { seen, columns });
}

/** The words around the first letter beyond ASCII, as an encoding reads them; null where it cannot, or not as words. */
function shownIn(name: string, raw: string): string | null {
  const at = Math.max(0, raw.search(/[\u0080-\u00ff]/));
  const from = Math.max(0, raw.lastIndexOf(' ', at - SHOWN_LETTERS / 4));
  const text =
    encodingNamed(name)
      ?.decode(raw)
      ?.slice(from, from + SHOWN_LETTERS) ?? null;
  return text !== null && !isAscii(text) ? text.trim() : null;
}

async function readStart(path: string): Promise<Buffer> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(SAMPLE_BYTES), 0, SAMPLE_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
