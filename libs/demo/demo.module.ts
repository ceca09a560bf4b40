import { Module } from '@nestjs/common';
import { AtlasModule } from '../atlas/index.js';
import { CasesModule } from '../cases/index.js';
import { CommitmentsModule } from '../commitments/index.js';
import { DialoguesModule } from '../dialogues/index.js';
import { DiscussionsModule } from '../discussions/index.js';
import { IdentityModule } from '../identity/index.js';
import { LearningModule } from '../learning/index.js';
import { DemoItems } from './demo-items.js';
import { DemoCases } from './load-demo/demo-cases.js';
import { DemoCast } from './load-demo/demo-cast.js';
import { DemoCommitments } from './load-demo/demo-commitments.js';
import { DemoDialogues } from './load-demo/demo-dialogues.js';
import { DemoLiveRoom } from './load-demo/demo-live-room.js';
import { DemoOutcomes } from './load-demo/demo-outcomes.js';
import { DemoProposals } from './load-demo/demo-proposals.js';
import { DemoSessions } from './load-demo/demo-sessions.js';
import { DemoStatements } from './load-demo/demo-statements.js';
import { DemoThreads } from './load-demo/demo-threads.js';
import { DemoTimes } from './load-demo/demo-times.js';
import { LoadDemoOperation } from './load-demo/load-demo.operation.js';
import { LoadDemo } from './load-demo/load-demo.use-case.js';
import { DemoParts } from './remove-demo/demo-parts.js';
import { RemoveDemoOperation } from './remove-demo/remove-demo.operation.js';
import { RemoveDemo } from './remove-demo/remove-demo.use-case.js';

const parts = [
  DemoCast,
  DemoCases,
  DemoThreads,
  DemoProposals,
  DemoSessions,
  DemoLiveRoom,
  DemoStatements,
  DemoOutcomes,
  DemoDialogues,
  DemoCommitments,
];

@Module({
  imports: [
    AtlasModule,
    IdentityModule,
    CasesModule,
    DiscussionsModule,
    CommitmentsModule,
    LearningModule,
    DialoguesModule,
  ],
  providers: [
    DemoItems,
    DemoTimes,
    ...parts,
    LoadDemo,
    DemoParts,
    RemoveDemo,
    LoadDemoOperation,
    RemoveDemoOperation,
  ],
  exports: [DemoItems, LoadDemo, RemoveDemo],
})
export class DemoModule {}
