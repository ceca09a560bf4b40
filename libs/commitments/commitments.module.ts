import { Module } from '@nestjs/common';
import { AtlasModule } from '../atlas/index.js';
import { ChangeOwnerController } from './change-owner/change-owner.controller.js';
import { ChangeOwner } from './change-owner/change-owner.use-case.js';
import { CommitmentEvents } from './commitment-events.js';
import { CommitmentLiveRoom } from './commitment-live-room.js';
import { CommitmentsRepository } from './commitments.repository.js';
import { ListCommitmentsController } from './list-commitments/list-commitments.controller.js';
import { ListCommitments } from './list-commitments/list-commitments.use-case.js';
import { CommitmentIndexSource } from './listeners/commitment-index-source.js';
import { MakeCommitments } from './make-commitments/make-commitments.use-case.js';
import { RemindOfCommitments } from './remind-of-commitments/remind-of-commitments.job.js';
import { ReportOnCommitmentController } from './report-on-commitment/report-on-commitment.controller.js';
import { ReportOnCommitment } from './report-on-commitment/report-on-commitment.use-case.js';
import { ShowCommitmentController } from './show-commitment/show-commitment.controller.js';
import { ShowCommitment } from './show-commitment/show-commitment.use-case.js';
import { SummariseCommitments } from './summarise-commitments/summarise-commitments.use-case.js';

const useCases = [
  ChangeOwner,
  MakeCommitments,
  ListCommitments,
  ShowCommitment,
  ReportOnCommitment,
  SummariseCommitments,
];

@Module({
  imports: [AtlasModule],
  controllers: [
    ChangeOwnerController,
    ListCommitmentsController,
    ShowCommitmentController,
    ReportOnCommitmentController,
  ],
  providers: [
    ...useCases,
    CommitmentsRepository,
    CommitmentIndexSource,
    CommitmentEvents,
    CommitmentLiveRoom,
    RemindOfCommitments,
  ],
  exports: useCases,
})
export class CommitmentsModule {}
