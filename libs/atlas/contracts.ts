import type { Names } from './rules/reference-names.js';

/** Labels and types of what this room keeps in the graph; the key of an entity begins with its type. */
export type ReferenceType =
  | 'region'
  | 'income'
  | 'country'
  | 'group'
  | 'sdg'
  | 'target'
  | 'theme'
  | 'sector'
  | 'modality';

/** The room of events of one theme. */
export function themeRoom(code: string): string {
  return `theme:${code}`;
}

/** The room of events of one actor. */
export function actorRoom(id: string): string {
  return `actor:${id}`;
}

/** A name in English and as many of our other languages as somebody has given. */
export type ThemeNames = Names;

export interface ThemeFacts {
  code: string;
  names: ThemeNames;
  parent: string | null;
}

export interface ActorFacts {
  id: string;
  name: string;
  type: string | null;
  country: string | null;
}

/** `source` is who says so: `person:ID`, `import:NAME`. */
declare module '../platform/events/event.js' {
  interface EventMap {
    'atlas.theme-added': { theme: ThemeFacts; source: string };
    'atlas.theme-changed': { theme: ThemeFacts; source: string };
    'atlas.theme-removed': { code: string; source: string };
    'atlas.actor-added': { actor: ActorFacts; source: string };
    'atlas.actor-changed': { actor: ActorFacts; source: string };
  }
}
