/**
 * An address whose path cannot be decoded is read letter by letter: it names nothing, and is answered as such.
 * Without this the router refuses it by itself, in English and without the headers that every answer carries.
 */
export function readableAddress(address: string): string {
  if (!address.includes('%')) return address;
  const end = address.indexOf('?');
  const path = end < 0 ? address : address.slice(0, end);
  return isDecodable(path) ? address : path.replaceAll('%', '%25') + address.slice(path.length);
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
