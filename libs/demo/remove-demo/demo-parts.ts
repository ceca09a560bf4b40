import { Injectable } from '@nestjs/common';
import { parseEntityKey } from '../../platform/entities/entity.js';
import { type CypherQuery, Graph, type GraphTransaction } from '../../platform/graph/graph.js';
import {
  type Additions,
  deleteCalendarAddress,
  deleteFormDrafts,
  deleteLeaves,
  deleteMailLinks,
  deleteOutcomeMails,
  deleteParts,
  deleteSignIns,
  deleteTokens,
  findOpeningThread,
  listCommitmentAdditions,
  listCommitmentsAnswering,
  listDialogueAdditions,
  listSessionAdditions,
  listThreadAdditions,
} from '../removal.cypher.js';

/** By which links the parts of something hang on it, and what hangs on those in turn. */
const PARTS: Record<string, Record<string, string | null>> = {
  thread: { POSTED_IN: 'VERSION_OF' },
  case: { VERSION_OF: null },
  session: { ASKED_IN: 'ANSWER_TO', FOR: null, NOTED_IN: null, LEARNED_IN: null },
  dialogue: { PROPOSED_IN: 'ANSWER_TO', CAME_OUT_OF: null },
  commitment: { ON: null },
};

const ADDITIONS: Record<string, CypherQuery<{ key: string }, Additions>> = {
  thread: listThreadAdditions,
  session: listSessionAdditions,
  dialogue: listDialogueAdditions,
  commitment: listCommitmentAdditions,
};

const OUTCOME = 'outcome:';

/** What belongs to a thing and goes with it. */
@Injectable()
export class DemoParts {
  constructor(private readonly graph: Graph) {}

  /** Keys of what came of a session or dialogue and has a page of its own: its thread, its commitments. */
  async listConsequences(key: string): Promise<string[]> {
    const { type, id } = parseEntityKey(key);
    if (type !== 'session' && type !== 'dialogue') return [];
    const [threads, commitments] = await Promise.all([
      this.graph.read(findOpeningThread, { id }),
      this.graph.read(listCommitmentsAnswering, { key }),
    ]);
    return [...threads, ...commitments].map((row) => row.key);
  }

  /** @returns who added to it, and the keys of those parts that have one */
  async remove(tx: GraphTransaction, key: string): Promise<Additions> {
    const { type, id } = parseEntityKey(key);
    if (type === 'person') await this.removeCredentials(tx, id);
    const query = ADDITIONS[type];
    const [additions] = query ? await tx.run(query, { key }) : [];
    const { people, entities } = additions ?? { people: [], entities: [] };
    for (const outcome of entities.filter((part) => part.startsWith(OUTCOME))) {
      const from = `${outcome.slice(OUTCOME.length)}#`;
      await tx.run(deleteOutcomeMails, { from, until: `${from}~` });
    }
    const parts = PARTS[type] ?? {};
    for (const [part, leaf] of Object.entries(parts)) {
      if (leaf) await tx.run(deleteLeaves, { key, part, leaf });
    }
    if (Object.keys(parts).length > 0) await tx.run(deleteParts, { key, parts: Object.keys(parts) });
    return { people, entities };
  }

  private async removeCredentials(tx: GraphTransaction, id: string): Promise<void> {
    for (const query of [
      deleteSignIns,
      deleteTokens,
      deleteMailLinks,
      deleteCalendarAddress,
      deleteFormDrafts,
    ])
      await tx.run(query, { id });
  }
}
