import { Injectable } from '@nestjs/common';
import { AtlasNames } from '../../../libs/atlas/index.js';
import type { HttpRequest } from '../../../libs/platform/http/http-request.js';
import { requestLocale } from '../../../libs/platform/http/request-locale.js';

/**
 * The name of an entity in the reader's language, by its key (`country:PER`, `theme:water`).
 * @param otherwise the title to show where the entity has no names of its own, such as a case or an actor
 */
export type NameOf = (key: string, otherwise?: string) => string;

/** Names of what the atlas knows, for the reader of a page. */
@Injectable()
export class PageNames {
  constructor(private readonly names: AtlasNames) {}

  for(request: HttpRequest): NameOf {
    const locale = requestLocale(request);
    return (key, otherwise) => this.names.nameOf(key, locale) ?? otherwise ?? codeOf(key);
  }
}

/** `PER` of `country:PER`. */
export function codeOf(key: string): string {
  return key.slice(key.indexOf(':') + 1);
}

/** Address of a page with values in its query, some given several times; those without a value are left out. */
export function hrefWith(
  path: string,
  values: Record<string, string | readonly string[] | undefined>,
): string {
  const query = new URLSearchParams();
  for (const [name, given] of Object.entries(values)) {
    for (const value of [given ?? []].flat()) if (value) query.append(name, value);
  }
  return query.size > 0 ? `${path}?${query}` : path;
}

/** What a query says, without the fields that a form sent empty. */
export function filledIn(query: unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(query as object).filter(([, value]) => value !== ''));
}
