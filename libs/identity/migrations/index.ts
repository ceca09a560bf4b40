import {
  type GraphTransaction,
  lookupIndex,
  type Migration,
  uniqueIndex,
} from '../../platform/graph/graph.js';
import { listNamesBetween, setNameSkeleton } from '../identity.cypher.js';
import { nameSkeleton } from '../rules/person-name.js';

/** Ids are letters and digits: this comes after all of them. */
const AFTER_ALL_IDS = '~';
const AT_ONCE = 500;

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
  {
    id: 'identity/0002-skeletons-of-names',
    indexes: [lookupIndex('Person', 'nameSkeleton')],
    change: keepSkeletons,
  },
  {
    id: 'identity/0003-form-drafts',
    indexes: [
      uniqueIndex('FormDraft', 'name'),
      lookupIndex('FormDraft', 'personId'),
      lookupIndex('FormDraft', 'savedAt'),
    ],
  },
];

/** Of the names of people who were there before. */
async function keepSkeletons(tx: GraphTransaction): Promise<void> {
  for (let after = ''; ; ) {
    const people = await tx.run(listNamesBetween, { after, before: AFTER_ALL_IDS, limit: AT_ONCE });
    for (const { id, name } of people)
      await tx.run(setNameSkeleton, { id, nameSkeleton: nameSkeleton(name) });
    const last = people.at(-1);
    if (!last) return;
    after = last.id;
  }
}
