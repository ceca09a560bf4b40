import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { invalid } from '../../platform/errors/domain-error.js';

const LINE_END = /\r\n|\n|\r/;
const CHUNK_BYTES = 256 * 1024;
const MOST_LETTERS_PER_LINE = 16 * 1024 * 1024;

/**
 * The raw lines of a file, whichever way they end: LF, CR LF or CR, also mixed. A raw line holds one letter per byte, or per
 * unit of UTF-16, so that nothing is lost and each row can be decoded on its own.
 * @throws {DomainError} `cases/import-file-unreadable`
 */
export async function* readLines(
  path: string,
  unit: 'byte' | 'utf16le' | 'utf16be',
): AsyncGenerator<string, void> {
  let rest = '';
  for await (const chunk of unit === 'byte' ? readBytes(path) : readUnits(path, unit)) {
    const text = rest + chunk;
    // A CR at the end may be half of a line end: it waits for what follows.
    const waits = text.endsWith('\r') ? '\r' : '';
    const lines = (waits ? text.slice(0, -1) : text).split(LINE_END);
    rest = `${lines.pop() ?? ''}${waits}`;
    if (rest.length > MOST_LETTERS_PER_LINE)
      throw invalid('cases/import-file-unreadable', { reason: 'a line is longer than 16 MB' });
    yield* lines;
  }
  if (rest.endsWith('\r')) yield rest.slice(0, -1);
  else if (rest !== '') yield rest;
}

/** True where the last line ends as the others do: a file that was cut off rarely does. */
export async function endsWithLineEnd(path: string): Promise<boolean> {
  const handle = await open(path);
  try {
    const { size } = await handle.stat();
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, Math.max(0, size - 2));
    const last = buffer
      .subarray(0, bytesRead)
      .filter((byte) => byte !== 0)
      .at(-1);
    return last === 0x0a || last === 0x0d;
  } finally {
    await handle.close();
  }
}

/** Latin-1 gives each byte a letter. */
async function* readBytes(path: string): AsyncGenerator<string> {
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES }))
    yield (chunk as Buffer).toString('latin1');
}

async function* readUnits(path: string, unit: 'utf16le' | 'utf16be'): AsyncGenerator<string> {
  let half = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
    const bytes = Buffer.concat([half, chunk as Buffer]);
    const whole = Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)));
    half = Buffer.from(bytes.subarray(whole.length));
    yield (unit === 'utf16be' ? whole.swap16() : whole).toString('utf16le');
  }
  // A byte without its other half: half a letter, so that the last row is refused and not shortened.
  if (half.length > 0) yield '\ud800';
}
