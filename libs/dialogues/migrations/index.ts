import { lookupIndex, type Migration, uniqueIndex } from '../../platform/graph/graph.js';
import { showAnswersSoFar, showTotalsSoFar } from '../answers.cypher.js';
import { FEWEST_SHOWN } from '../rules/choice-counts.js';

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
  {
    id: 'dialogues/0002-answers-are-shown-in-steps',
    change: async (tx) => {
      await tx.run(showAnswersSoFar, { fewest: FEWEST_SHOWN });
      await tx.run(showTotalsSoFar, { fewest: FEWEST_SHOWN });
    },
  },
];
