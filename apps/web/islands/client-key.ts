const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** A ULID in lower case: 48 bits of time, 80 of chance. */
export function newClientKey(): string {
  let time = Date.now();
  let key = '';
  for (let place = 0; place < 10; place++) {
    key = ALPHABET[time % 32] + key;
    time = Math.floor(time / 32);
  }
  for (const byte of crypto.getRandomValues(new Uint8Array(16))) key += ALPHABET[byte % 32];
  return key;
}
