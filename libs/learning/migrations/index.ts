import { lookupIndex, type Migration, uniqueIndex } from '../../platform/graph/graph.js';

export const migrations: Migration[] = [
  {
    id: 'learning/0001-sessions',
    indexes: [
      uniqueIndex('LearningSession', 'id'),
      lookupIndex('LearningSession', 'startsAtUtc'),
      uniqueIndex('Registration', 'key'),
      lookupIndex('Registration', 'mailPending'),
      uniqueIndex('Poll', 'key'),
      uniqueIndex('PollAnswer', 'key'),
      uniqueIndex('SessionNote', 'key'),
      uniqueIndex('Lesson', 'id'),
      uniqueIndex('CalendarAddress', 'personId'),
      uniqueIndex('CalendarAddress', 'tokenHash'),
    ],
  },
];
