export { AtlasModule } from './atlas.module.js';
export * from './contracts.js';
export { LoadReference } from './load-reference/load-reference.use-case.js';
export { migrations } from './migrations/index.js';
