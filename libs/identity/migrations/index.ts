import { lookupIndex, type Migration, uniqueIndex } from '../../platform/graph/graph.js';

export const migrations: Migration[] = [
  {
    id: 'identity/0001-people-and-credentials',
    indexes: [
      uniqueIndex('Person', 'id'),
      uniqueIndex('Person', 'emailKey'),
      lookupIndex('Person', 'isAdministrator'),
      uniqueIndex('Session', 'tokenHash'),
      uniqueIndex('ApiToken', 'tokenHash'),
      uniqueIndex('MailLink', 'tokenHash'),
      lookupIndex('MailLink', 'purpose'),
    ],
  },
];
