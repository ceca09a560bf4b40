import { lookupIndex, type Migration, uniqueIndex } from '../../graph/graph.js';

export const migrations: Migration[] = [
  {
    id: 'events/0001-rooms-and-events',
    indexes: [uniqueIndex('EventRoom', 'key'), uniqueIndex('Event', 'key'), lookupIndex('Event', 'pending')],
  },
];
