import { Module } from '@nestjs/common';
import { AtlasModule } from '../atlas/index.js';
import { CommitmentsModule } from '../commitments/index.js';
import { DiscussionsModule } from '../discussions/index.js';
import { AnswerStatementController } from './answer-statement/answer-statement.controller.js';
import { AnswerStatement } from './answer-statement/answer-statement.use-case.js';
import { CloseDialogueController } from './close-dialogue/close-dialogue.controller.js';
import { CloseDialogue } from './close-dialogue/close-dialogue.use-case.js';
import { OutcomeWriter } from './close-dialogue/outcome-writer.js';
import { ConveneDialogueController } from './convene-dialogue/convene-dialogue.controller.js';
import { ConveneDialogue } from './convene-dialogue/convene-dialogue.use-case.js';
import { DialogueEvents } from './dialogue-events.js';
import { DialogueLiveRoom } from './dialogue-live-room.js';
import { DialogueReferences } from './dialogue-references.js';
import { DialoguesRepository } from './dialogues.repository.js';
import { EditDialogueController } from './edit-dialogue/edit-dialogue.controller.js';
import { EditDialogue } from './edit-dialogue/edit-dialogue.use-case.js';
import { ImportAnswers } from './import-answers/import-answers.use-case.js';
import { ListDialoguesController } from './list-dialogues/list-dialogues.controller.js';
import { ListDialogues } from './list-dialogues/list-dialogues.use-case.js';
import { ListStatementsController } from './list-statements/list-statements.controller.js';
import { ListStatements } from './list-statements/list-statements.use-case.js';
import { DialogueIndexSource } from './listeners/dialogue-index-source.js';
import { StatementIndexSource } from './listeners/statement-index-source.js';
import { MailOutcome } from './mail-outcome/mail-outcome.use-case.js';
import { MailOutcomes } from './mail-outcome/mail-outcomes.job.js';
import { ModerateStatementController } from './moderate-statement/moderate-statement.controller.js';
import { ModerateStatement } from './moderate-statement/moderate-statement.use-case.js';
import { ProposeStatementController } from './propose-statement/propose-statement.controller.js';
import { ProposeStatement } from './propose-statement/propose-statement.use-case.js';
import { ShowDialogueController } from './show-dialogue/show-dialogue.controller.js';
import { ShowDialogue } from './show-dialogue/show-dialogue.use-case.js';
import { ShowOutcomeController } from './show-outcome/show-outcome.controller.js';
import { ShowOutcome } from './show-outcome/show-outcome.use-case.js';
import { GroupNames } from './show-results/group-names.js';
import { ShowResultsController } from './show-results/show-results.controller.js';
import { ShowResults } from './show-results/show-results.use-case.js';
import { StatementsRepository } from './statements.repository.js';

const useCases = [
  ConveneDialogue,
  EditDialogue,
  ListDialogues,
  ShowDialogue,
  ProposeStatement,
  ModerateStatement,
  ListStatements,
  AnswerStatement,
  ImportAnswers,
  ShowResults,
  CloseDialogue,
  ShowOutcome,
  MailOutcome,
];

@Module({
  imports: [AtlasModule, DiscussionsModule, CommitmentsModule],
  controllers: [
    ConveneDialogueController,
    EditDialogueController,
    ListDialoguesController,
    ShowDialogueController,
    ProposeStatementController,
    ModerateStatementController,
    ListStatementsController,
    AnswerStatementController,
    ShowResultsController,
    CloseDialogueController,
    ShowOutcomeController,
  ],
  providers: [
    ...useCases,
    DialoguesRepository,
    StatementsRepository,
    DialogueReferences,
    OutcomeWriter,
    GroupNames,
    DialogueEvents,
    DialogueLiveRoom,
    DialogueIndexSource,
    StatementIndexSource,
    MailOutcomes,
  ],
  exports: useCases,
})
export class DialoguesModule {}
