export {
  createCase as createCaseRule,
  editCase as editCaseRule,
  listOwnCases as listOwnCasesRule,
  publishCase as publishCaseRule,
  readCase as readCaseRule,
} from './cases.access.js';
export { CasesModule } from './cases.module.js';
export * from './cases.schemas.js';
export * from './cases.views.schemas.js';
export * from './contracts.js';
export { CreateCase } from './create-case/create-case.use-case.js';
export { EditCase } from './edit-case/edit-case.use-case.js';
export { ListCases } from './list-cases/list-cases.use-case.js';
export { migrations } from './migrations/index.js';
export { PublishCase } from './publish-case/publish-case.use-case.js';
export { ReadCaseFeatures } from './read-case-features/read-case-features.use-case.js';
export { CASE_PARTS, type CasePart, type Completeness } from './rules/completeness.js';
export { ShowCase } from './show-case/show-case.use-case.js';
export { ShowCaseHistory } from './show-case-history/show-case-history.use-case.js';
