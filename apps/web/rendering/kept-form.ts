import type { Config } from '../../../libs/platform/config/config.js';
import type { HttpRequest } from '../../../libs/platform/http/http-request.js';
import { backPath } from './back-path.js';

/**
 * A form that could not be carried out and whose page cannot be drawn again: signed out meanwhile, sent too often, gone
 * wrong. The page that says so carries what was typed, so that nothing depends on what the server or the browser keeps.
 */
export interface KeptForm {
  /** Where it is sent again. */
  action: string;
  /** Without the button. */
  fields: [string, string][];
  /** The button that sent it. */
  button: [string, string] | null;
  /** The button that has the form drawn again with all that was typed, where its page can do that. */
  look: [string, string] | null;
}

/** Carries a kept form through signing in. */
export const KEPT_FIELD = '_kept';
/** In forms whose page draws them again: the button that asks for it, as `name=value`. */
export const LOOK_FIELD = '_look';

/** Names of buttons in forms; what they say is no part of what was typed. */
const BUTTONS = new Set(['do', 'preview']);
/** A form that holds one of these is not kept: what is secret is typed anew. */
const SECRET = /password|secret|^token$/i;
const LONGEST = 1_000_000;
const MOST_FIELDS = 3000;

/**
 * What a refused form held. Only of forms that were sent from a page of ours: whoever made one elsewhere must not get
 * their words onto a page with a token of the reader.
 */
export function keptForm(request: HttpRequest, config: Config): KeptForm | null {
  if (request.method !== 'POST' || !isSentFromHere(request, config)) return null;
  const { body } = request;
  if (body === null || typeof body !== 'object') return null;
  const entries = Object.entries(body as Record<string, unknown>).flatMap(([name, value]) =>
    [value].flat().flatMap((one): [string, string][] => (typeof one === 'string' ? [[name, one]] : [])),
  );
  return fromEntries(backPath(request.url), entries);
}

/** What came along through signing in; null for whatever is no kept form. */
export function readKeptForm(text: string): KeptForm | null {
  if (text === '') return null;
  try {
    const { action, entries } = JSON.parse(text) as { action: unknown; entries: unknown };
    if (!Array.isArray(entries) || !entries.every(isEntry)) return null;
    return backPath(action) === action ? fromEntries(action, entries) : null;
  } catch {
    return null;
  }
}

/** As the value of one field. */
export function writeKeptForm({ action, fields, button, look }: KeptForm): string {
  const buttons = [button, look && ([LOOK_FIELD, look.join('=')] as [string, string])];
  return JSON.stringify({ action, entries: [...fields, ...buttons.filter((entry) => entry !== null)] });
}

/** The texts among the fields: what people wrote, as far as one can tell from outside. */
export function proseOf({ fields }: KeptForm): string[] {
  return fields.map(([, value]) => value.trim()).filter((value) => /\s/.test(value) || value.length > 40);
}

function fromEntries(action: string, entries: [string, string][]): KeptForm | null {
  const size = entries.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  if (entries.length > MOST_FIELDS || size > LONGEST) return null;
  if (entries.some(([name]) => SECRET.test(name))) return null;
  const [name, value] = (entries.find(([one]) => one === LOOK_FIELD)?.[1] ?? '').split('=');
  const fields = entries.filter(([one]) => !BUTTONS.has(one) && one !== '_csrf' && one !== LOOK_FIELD);
  if (fields.every(([one, text]) => one.startsWith('_') || text.trim() === '')) return null;
  const button = entries.find(([one]) => BUTTONS.has(one)) ?? null;
  return { action, fields, button, look: name && value && BUTTONS.has(name) ? [name, value] : null };
}

function isEntry(entry: unknown): entry is [string, string] {
  return Array.isArray(entry) && entry.length === 2 && entry.every((part) => typeof part === 'string');
}

function isSentFromHere({ headers }: HttpRequest, config: Config): boolean {
  const site = headers['sec-fetch-site'];
  if (typeof site === 'string') return site === 'same-origin';
  const { origin, host } = headers;
  return origin === config.baseUrl || (!config.isSecure && origin === `http://${host}`);
}
