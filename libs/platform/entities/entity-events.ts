/** Where the removal of entities is told. */
export const REMOVALS_ROOM = 'entities:removals';

declare module '../events/event.js' {
  interface EventMap {
    /** Entities (and documents of the search index) that are no longer there, by key. */
    'entities.removed': { keys: string[] };
  }
}
