import { accessRule } from '../platform/access/access-rule.js';

/** Everyone searches; what each one finds is decided document by document. */
export const search = accessRule('search.run', { who: 'anyone', scope: 'read' });

/** The graph of what everyone may see; hidden things are not in it for anybody. */
export const readGraph = accessRule('graph.read', { who: 'anyone', scope: 'read' });

export const compareCases = accessRule('case.compare', { who: 'anyone', scope: 'read' });
