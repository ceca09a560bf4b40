/**
 * Queries that may read a whole label, with the reason. They serve maintenance, which wants every node, or labels
 * that stay small by nature; nothing that a page or a form waits for.
 */
export const allowedScans: Record<string, string> = {
  'atlas/list-actor-ids': 'a full reindex reads every actor',
  'atlas/list-themes': 'the tree is shown whole, and a community has some hundred themes',
  'cases/list-case-ids': 'a full reindex and the comparison of cases read every case',
  'discussions/list-thread-ids': 'a full reindex reads every thread',
};
