import type { AccessTable } from '../access-table.js';
import { NOT_STEWARDS } from '../people.js';
import { cases } from './cases.table.js';
import { commitments } from './commitments.table.js';
import { dialogues } from './dialogues.table.js';
import { discussions } from './discussions.table.js';
import { learning } from './learning.table.js';

const { objects: ofCases } = cases;

/**
 * What sockets may ask. The path is the room; `typing` and `leave` come from a socket that has tried to join before.
 * Answers are 200 or the status that the code of the refusal has over HTTP.
 */
export const live: AccessTable = {
  objects: {
    "someone else's thread": discussions.objects["someone else's thread"]!,
    "someone else's case": ofCases["someone else's case"]!,
    "the asker's draft": ofCases["the asker's draft"]!,
    "someone else's draft": ofCases["someone else's draft"]!,
    "another facilitator's session": learning.objects["another facilitator's session"]!,
    "another facilitator's dialogue": dialogues.objects["another facilitator's dialogue"]!,
    "someone else's commitment": commitments.objects["someone else's commitment"]!,
    'unknown thing': () => ({ id: 'nothing-here' }),
  },
  hidden: { "someone else's draft": NOT_STEWARDS },
  rows: `
    #                   |                                | vis | mem | oth | fac | ste | adm
    join   thread:      | someone else's thread          | 200 | 200 | 200 | 200 | 200 | 200
    join   thread:      | unknown thing                  | 404 | 404 | 404 | 404 | 404 | 404
    join   case:        | someone else's case            | 200 | 200 | 200 | 200 | 200 | 200
    join   case:        | the asker's draft              | -   | 200 | 200 | 200 | 200 | 200
    join   case:        | someone else's draft           | 404 | 404 | 404 | 404 | 200 | 200
    join   case:        | unknown thing                  | 404 | 404 | 404 | 404 | 404 | 404
    join   session:     | another facilitator's session  | 200 | 200 | 200 | 200 | 200 | 200
    join   session:     | unknown thing                  | 404 | 404 | 404 | 404 | 404 | 404
    join   dialogue:    | another facilitator's dialogue | 200 | 200 | 200 | 200 | 200 | 200
    join   dialogue:    | unknown thing                  | 404 | 404 | 404 | 404 | 404 | 404
    join   commitment:  | someone else's commitment      | 200 | 200 | 200 | 200 | 200 | 200
    join   commitment:  | unknown thing                  | 404 | 404 | 404 | 404 | 404 | 404
    typing thread:      | someone else's thread          | 401 | 200 | 200 | 200 | 200 | 200
    typing thread:      | unknown thing                  | 401 | 404 | 404 | 404 | 404 | 404
    typing case:        | someone else's draft           | 401 | 404 | 404 | 404 | 200 | 200
    typing case:        | unknown thing                  | 401 | 404 | 404 | 404 | 404 | 404
    leave  thread:      | someone else's thread          | 200 | 200 | 200 | 200 | 200 | 200
    leave  thread:      | unknown thing                  | 200 | 200 | 200 | 200 | 200 | 200
  `,
};
