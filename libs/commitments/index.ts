/** The room of commitments: what was promised at the close of a session or dialogue, and what came of it. */
export { ChangeOwner } from './change-owner/change-owner.use-case.js';
export {
  type CommitmentPeople,
  changeOwner as changeOwnerRule,
  readCommitments as readCommitmentsRule,
  reportOnCommitment as reportOnCommitmentRule,
} from './commitments.access.js';
export { CommitmentsModule } from './commitments.module.js';
export * from './commitments.schemas.js';
export * from './contracts.js';
export { ListCommitments, type ListCommitmentsInput } from './list-commitments/list-commitments.use-case.js';
export { MakeCommitments, type NewCommitments } from './make-commitments/make-commitments.use-case.js';
export { migrations } from './migrations/index.js';
export {
  ReportOnCommitment,
  type ReportOnCommitmentInput,
} from './report-on-commitment/report-on-commitment.use-case.js';
export { ShowCommitment } from './show-commitment/show-commitment.use-case.js';
export { SummariseCommitments } from './summarise-commitments/summarise-commitments.use-case.js';
