import { type Graph, writeQuery } from '../../../../libs/platform/graph/graph.js';
import type { RoomSamples } from '../query-catalogue.js';

/** The demonstration removes what other rooms seeded: their nodes are its sample. */
export async function seed(graph: Graph): Promise<void> {
  await graph.write(async (tx) => {
    await tx.run(writeQuery('samples/demo', "CREATE (:DemoLoad {id: 'demo', status: 'loaded'})"), {});
    for (const key of ['thread:t1', 'person:ana', 'case:c1']) {
      await tx.run(writeQuery('samples/demo-item', 'CREATE (:DemoItem {key: $key, madeAt: "2026-01-01"})'), {
        key,
      });
    }
  });
}

export const samples: RoomSamples['samples'] = {
  'demo/find-demo-load': {},
  'demo/record-demo-load': [
    { status: 'loading', at: '2026-02-01' },
    { status: 'removed', at: '2026-02-02' },
  ],
  'demo/record-demo-items': [
    { keys: ['thread:t2', 'thread:t1'], madeAt: '2026-02-01' },
    { keys: [], madeAt: '2026-02-01' },
  ],
  'demo/list-demo-items': {},
  'demo/forget-demo-items': [{ keys: ['thread:t1', 'nothing'] }, { keys: [] }],
  'demo/find-any-person': {},
  'demo/list-thread-additions': [{ key: 'thread:t1' }, { key: 'nothing:x' }],
  'demo/list-session-additions': [{ key: 'session:ls1' }, { key: 'session:ls2' }, { key: 'nothing:x' }],
  'demo/list-dialogue-additions': [{ key: 'dialogue:d1' }, { key: 'dialogue:d2' }, { key: 'nothing:x' }],
  'demo/list-commitment-additions': [{ key: 'commitment:cm2' }, { key: 'nothing:x' }],
  'demo/list-commitments-answering': [{ key: 'thread:t1' }, { key: 'nothing:x' }],
  'demo/find-opening-thread': [{ id: 'client-1' }, { id: 'nothing' }],
  'demo/delete-leaves': [
    { key: 'thread:t1', part: 'POSTED_IN', leaf: 'VERSION_OF' },
    { key: 'session:ls1', part: 'ASKED_IN', leaf: 'ANSWER_TO' },
    { key: 'dialogue:d1', part: 'PROPOSED_IN', leaf: 'ANSWER_TO' },
  ],
  'demo/delete-parts': [
    { key: 'thread:t1', parts: ['POSTED_IN'] },
    { key: 'case:c1', parts: ['VERSION_OF'] },
    { key: 'session:ls1', parts: ['ASKED_IN', 'FOR', 'NOTED_IN', 'LEARNED_IN'] },
    { key: 'dialogue:d1', parts: ['PROPOSED_IN', 'CAME_OUT_OF'] },
  ],
  'demo/delete-outcome-mails': [
    { from: 'o1#', until: 'o1#~' },
    { from: 'o2#', until: 'o2#~' },
  ],
  'demo/delete-sign-ins': [{ id: 'ana' }, { id: 'nothing' }],
  'demo/delete-tokens': [{ id: 'ana' }, { id: 'nothing' }],
  'demo/delete-mail-links': [{ id: 'ana' }, { id: 'nothing' }],
  'demo/delete-calendar-address': [{ id: 'ana' }, { id: 'nothing' }],
  'demo/delete-form-drafts': [{ id: 'ana' }, { id: 'nothing' }],
  'demo/delete-entity': [{ key: 'thread:t1' }, { key: 'nothing:x' }],
  'demo/delete-events': [{ keys: ['thread:t1#1'] }, { keys: [] }],
  'demo/delete-event-room': [{ room: 'thread:t1' }, { room: 'nothing:x' }],
  'demo/count-links-to': [{ key: 'country:PER' }, { key: 'nothing:x' }],
};
