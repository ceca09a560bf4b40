import { Module } from '@nestjs/common';
import { AtlasModule } from '../atlas/index.js';
import { CaseEvents } from './case-events.js';
import { CaseLiveRoom } from './case-live-room.js';
import { CaseReferences } from './case-references.js';
import { CaseWriter } from './case-writer.js';
import { CasesRepository } from './cases.repository.js';
import { CreateCaseController } from './create-case/create-case.controller.js';
import { CreateCase } from './create-case/create-case.use-case.js';
import { EditCaseController } from './edit-case/edit-case.controller.js';
import { EditCase } from './edit-case/edit-case.use-case.js';
import { ImportCases } from './import/import-cases.operation.js';
import { ImportWriter } from './import/import-writer.js';
import { ListCasesController } from './list-cases/list-cases.controller.js';
import { ListCases } from './list-cases/list-cases.use-case.js';
import { CaseIndexSource } from './listeners/case-index-source.js';
import { PublishCaseController } from './publish-case/publish-case.controller.js';
import { PublishCase } from './publish-case/publish-case.use-case.js';
import { ReadCaseFeatures } from './read-case-features/read-case-features.use-case.js';
import { ShowCaseController } from './show-case/show-case.controller.js';
import { ShowCase } from './show-case/show-case.use-case.js';
import { ShowCaseHistoryController } from './show-case-history/show-case-history.controller.js';
import { ShowCaseHistory } from './show-case-history/show-case-history.use-case.js';

const useCases = [CreateCase, EditCase, PublishCase, ShowCase, ListCases, ShowCaseHistory, ReadCaseFeatures];

@Module({
  imports: [AtlasModule],
  controllers: [
    CreateCaseController,
    EditCaseController,
    PublishCaseController,
    ListCasesController,
    ShowCaseController,
    ShowCaseHistoryController,
  ],
  providers: [
    ...useCases,
    CasesRepository,
    CaseReferences,
    CaseWriter,
    CaseEvents,
    CaseIndexSource,
    CaseLiveRoom,
    ImportCases,
    ImportWriter,
  ],
  exports: useCases,
})
export class CasesModule {}
