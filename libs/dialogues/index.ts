/** The room of dialogues: from a question over statements and answers to an outcome and its commitments. */
export { AnswerStatement } from './answer-statement/answer-statement.use-case.js';
export { CloseDialogue } from './close-dialogue/close-dialogue.use-case.js';
export * from './contracts.js';
export { ConveneDialogue } from './convene-dialogue/convene-dialogue.use-case.js';
export {
  answerStatement as answerStatementRule,
  closeDialogue as closeDialogueRule,
  conveneDialogue as conveneDialogueRule,
  editDialogue as editDialogueRule,
  moderateStatement as moderateStatementRule,
  proposeStatement as proposeStatementRule,
  readDialogue as readDialogueRule,
} from './dialogues.access.js';
export { DialoguesModule } from './dialogues.module.js';
export * from './dialogues.schemas.js';
export * from './dialogues.views.schemas.js';
export { EditDialogue } from './edit-dialogue/edit-dialogue.use-case.js';
export { type GivenAnswer, ImportAnswers } from './import-answers/import-answers.use-case.js';
export { ListDialogues } from './list-dialogues/list-dialogues.use-case.js';
export { ListStatements } from './list-statements/list-statements.use-case.js';
export { MailOutcome } from './mail-outcome/mail-outcome.use-case.js';
export { migrations } from './migrations/index.js';
export { ModerateStatement } from './moderate-statement/moderate-statement.use-case.js';
export { ProposeStatement } from './propose-statement/propose-statement.use-case.js';
export { STATEMENT_MAX, STATEMENT_STATUSES, type StatementStatus } from './rules/statement-status.js';
export { ShowDialogue } from './show-dialogue/show-dialogue.use-case.js';
export { ShowOutcome } from './show-outcome/show-outcome.use-case.js';
export { ShowResults } from './show-results/show-results.use-case.js';
