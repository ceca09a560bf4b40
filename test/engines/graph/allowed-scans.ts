/**
 * Queries that may read a whole label, with the reason. They serve maintenance, which wants every node, or labels
 * that stay small by nature; nothing that a page or a form waits for.
 */
export const allowedScans: Record<string, string> = {
  'atlas/list-actor-ids': 'a full reindex reads every actor',
  'atlas/list-themes': 'the tree is shown whole, and a community has some hundred themes',
  'cases/list-case-ids': 'a full reindex and the comparison of cases read every case',
  'commitments/list-commitment-ids': 'a full reindex reads every commitment',
  'demo/list-demo-items': 'removing the demonstration reads the list of what it made',
  'demo/find-any-person': 'asks at a start whether there is anybody at all',
  'dialogues/list-dialogue-ids': 'a full reindex reads every dialogue',
  'dialogues/show-answers-so-far': 'a change to data, once, reads every answer',
  'dialogues/show-totals-so-far': 'a change to data, once, reads every statement',
  'discussions/list-thread-ids': 'a full reindex reads every thread',
  'learning/list-session-ids': 'a full reindex reads every session',
};
