import { DomainError } from '../errors/domain-error.js';
import { LIMITS } from '../limits.js';

const [QUOTE, BACKSLASH] = [...'"\\'].map((sign) => sign.charCodeAt(0));
const OPENING = new Set([...'[{'].map((sign) => sign.charCodeAt(0)));
const CLOSING = new Set([...']}'].map((sign) => sign.charCodeAt(0)));

/**
 * Refuses JSON that is nested so deeply that no form of ours means it: parsing a megabyte of brackets keeps the whole
 * process busy for most of a second, looking at it does not.
 * @throws {DomainError} `platform/malformed-request`
 */
export function refuseDeepJson(body: Uint8Array): void {
  let depth = 0;
  let isText = false;
  for (let position = 0; position < body.length; position++) {
    const sign = body[position] as number;
    if (isText) {
      if (sign === BACKSLASH) position += 1;
      else if (sign === QUOTE) isText = false;
    } else if (sign === QUOTE) isText = true;
    else if (OPENING.has(sign)) {
      depth += 1;
      if (depth > LIMITS.http.jsonDepth) throw new DomainError('invalid', 'platform/malformed-request');
    } else if (CLOSING.has(sign)) depth -= 1;
  }
}
