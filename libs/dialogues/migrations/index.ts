import { lookupIndex, type Migration, uniqueIndex } from '../../platform/graph/graph.js';

export const migrations: Migration[] = [
  {
    id: 'dialogues/0001-dialogues-statements-outcomes',
    indexes: [
      uniqueIndex('Dialogue', 'id'),
      uniqueIndex('Dialogue', 'clientKey'),
      lookupIndex('Dialogue', 'createdAt'),
      uniqueIndex('Statement', 'id'),
      uniqueIndex('Statement', 'clientKey'),
      uniqueIndex('Answer', 'key'),
      uniqueIndex('Outcome', 'id'),
      uniqueIndex('Outcome', 'dialogueId'),
      lookupIndex('Outcome', 'mailPending'),
      uniqueIndex('OutcomeMail', 'key'),
    ],
  },
];
