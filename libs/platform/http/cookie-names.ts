import type { Config } from '../config/config.js';

/**
 * The name that a cookie gets. Over HTTPS it begins with `__Host-`: browsers then take it from this very host only, so
 * that no neighbouring site can set it.
 */
export function cookieName(name: string, { isSecure }: Pick<Config, 'isSecure'>): string {
  return isSecure ? `__Host-${name}` : name;
}
