const HERE = 'http://here.invalid';
const LONGEST = 2000;

/**
 * Where to go on after signing in or choosing a language. Read as a browser reads it, so that nothing leads off
 * this site: `//elsewhere`, `/\elsewhere` and `https://elsewhere` all become the home page.
 */
export function backPath(value: unknown, otherwise = '/'): string {
  if (typeof value !== 'string' || !value.startsWith('/') || value.length > LONGEST) return otherwise;
  if (!URL.canParse(value, HERE)) return otherwise;
  const { origin, pathname, search, hash } = new URL(value, HERE);
  const isHere = origin === HERE && !pathname.startsWith('//');
  return isHere ? `${pathname}${search}${hash}` : otherwise;
}

/** The same path with where to go on, for links to signing in. */
export function withBack(path: string, back: string): string {
  return back === '/' ? path : `${path}?back=${encodeURIComponent(back)}`;
}

/** The same path without one of the parameters in its query. */
export function withoutParameter(path: string, name: string): string {
  const { pathname, search, searchParams, hash } = new URL(path, HERE);
  if (!searchParams.has(name)) return path;
  const rest = search
    .slice(1)
    .split('&')
    .filter((part) => !new URLSearchParams(part).has(name));
  return `${pathname}${rest.length > 0 ? `?${rest.join('&')}` : ''}${hash}`;
}
