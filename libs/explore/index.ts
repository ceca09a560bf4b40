export {
  compareCases as compareCasesRule,
  readGraph as readGraphRule,
  search as searchRule,
} from './explore.access.js';
export { ExploreModule } from './explore.module.js';
export * from './explore.schemas.js';
export { ExploreWords } from './explore.words.js';
export { FindComparableCases } from './find-comparable-cases/find-comparable-cases.use-case.js';
export { FindEntities } from './find-entities/find-entities.use-case.js';
export { FindPath } from './find-path/find-path.use-case.js';
export { ListNeighbours } from './list-neighbours/list-neighbours.use-case.js';
export { DIMENSIONS, type Dimension } from './rules/case-profile.js';
export { LONGEST_WALK } from './rules/shortest-path.js';
export { Search } from './search/search.use-case.js';
export { Suggest } from './search/suggest.use-case.js';
