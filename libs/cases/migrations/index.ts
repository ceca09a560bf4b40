import { lookupIndex, type Migration, uniqueIndex } from '../../platform/graph/graph.js';

export const migrations: Migration[] = [
  {
    id: 'cases/0001-cases-and-versions',
    indexes: [
      uniqueIndex('CaseStudy', 'id'),
      lookupIndex('CaseStudy', 'publishedAt'),
      uniqueIndex('CaseStudy', 'clientKey'),
      uniqueIndex('CaseStudy', 'importKey'),
      uniqueIndex('CaseVersion', 'key'),
    ],
  },
];
