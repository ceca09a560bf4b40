import { crc32 } from 'node:zlib';

/**
 * How the embedded engine lays out a segment of its log (its version 2): a head of 128 bytes, then one frame for each
 * commit. A frame is its length, a checksum over everything else in it, its place in the whole log, and the rest.
 */
const HEAD_BYTES = 128;
const HEAD_CHECKSUM_AT = 124;
const MAGIC = 'GRAFWAL\0';
const VERSION = 2;
const VERSION_AT = 8;
const BASE_AT = 32;

const CHECKSUM_AT = 4;
const PLACE_AT = 8;
/** What a frame takes beyond the length that it names. */
const FRAME_EXTRA = 25;

/** Where a segment stops being readable. */
export interface TornTail {
  /** Position of the first byte that belongs to no whole frame. */
  at: number;
  /** Frames before it. */
  framesBefore: number;
  /** Whole frames behind the damage: more was lost than one write that had not finished. */
  framesAfter: number;
}

/**
 * Looks through a segment.
 * @returns null when it is whole, or when it is of another version: then only the engine can judge it
 */
export function findTornTail(segment: Buffer): TornTail | null {
  if (segment.length < HEAD_BYTES)
    return segment.length > 0 ? { at: 0, framesBefore: 0, framesAfter: 0 } : null;
  if (!hasKnownHead(segment)) return null;
  const base = Number(segment.readBigUInt64LE(BASE_AT));
  let at = HEAD_BYTES;
  let framesBefore = 0;
  for (let end = frameEnd(segment, at, base); end !== null; end = frameEnd(segment, at, base)) {
    at = end;
    framesBefore += 1;
  }
  if (at === segment.length) return null;
  return { at, framesBefore, framesAfter: countFrames(segment, at + 1, base) };
}

function hasKnownHead(segment: Buffer): boolean {
  return (
    segment.toString('latin1', 0, MAGIC.length) === MAGIC &&
    segment.readUInt16LE(VERSION_AT) === VERSION &&
    crc32(segment.subarray(0, HEAD_CHECKSUM_AT)) === segment.readUInt32LE(HEAD_CHECKSUM_AT)
  );
}

/** Where the frame that begins here ends; null when none does. */
function frameEnd(segment: Buffer, at: number, base: number): number | null {
  if (at + FRAME_EXTRA > segment.length) return null;
  // Cheap, and seldom right by chance, so that searching behind a damage need not add up every byte anew.
  const place = base + at - HEAD_BYTES;
  if (segment.readUInt32LE(at + PLACE_AT) !== place % 2 ** 32) return null;
  const end = at + FRAME_EXTRA + segment.readUInt32LE(at);
  if (end > segment.length) return null;
  const checksum = crc32(segment.subarray(at + PLACE_AT, end), crc32(segment.subarray(at, at + CHECKSUM_AT)));
  return checksum === segment.readUInt32LE(at + CHECKSUM_AT) ? end : null;
}

function countFrames(segment: Buffer, from: number, base: number): number {
  let frames = 0;
  for (let at = from; at + FRAME_EXTRA <= segment.length; ) {
    const end = frameEnd(segment, at, base);
    if (end !== null) frames += 1;
    at = end ?? at + 1;
  }
  return frames;
}
