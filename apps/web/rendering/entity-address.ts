import { ENTITY_KEY_PATTERN } from '../../../libs/platform/entities/entity.js';

const TYPES: Record<string, string> = {
  cases: 'case',
  countries: 'country',
  regions: 'region',
  groups: 'group',
  sdgs: 'sdg',
  themes: 'theme',
  actors: 'actor',
  people: 'person',
  sessions: 'session',
  dialogues: 'dialogue',
};

/** The key of an entity, from the key itself or the address of its page, as people paste it; null from other words. */
export function keyFromAddress(typed: string): string | null {
  const text = typed.trim();
  if (ENTITY_KEY_PATTERN.test(text)) return text;
  const path = /^(?:https?:\/\/[^/\s]+)?\/([a-z]+)\/([^/?#\s]+)(?:[/?#]\S*)?$/.exec(text);
  const type = TYPES[path?.[1] ?? ''];
  const key = `${type}:${path?.[2]}`;
  return type && ENTITY_KEY_PATTERN.test(key) ? key : null;
}

/** `ID` of `case:ID`; null for an entity of another type. */
export function idOfType(type: string, key: string | null): string | null {
  return key?.startsWith(`${type}:`) ? key.slice(type.length + 1) : null;
}
