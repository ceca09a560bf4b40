import { Global, Module } from '@nestjs/common';
import { AtlasModule } from '../../libs/atlas/index.js';
import { CasesModule } from '../../libs/cases/index.js';
import { CommitmentsModule } from '../../libs/commitments/index.js';
import { DemoModule } from '../../libs/demo/index.js';
import { DialoguesModule } from '../../libs/dialogues/index.js';
import { DiscussionsModule } from '../../libs/discussions/index.js';
import { ExploreModule } from '../../libs/explore/index.js';
import { LearningModule } from '../../libs/learning/index.js';
import { ProblemPage } from '../../libs/platform/http/problem.filter.js';
import { COMMUNITY_CONTROLLERS, COMMUNITY_PROVIDERS } from './pages/community.js';
import { DIALOGUE_CONTROLLERS, DIALOGUE_PROVIDERS } from './pages/dialogues/dialogues.js';
import { PLACE_CONTROLLERS, PLACE_PROVIDERS } from './pages/places.js';
import { SESSION_CONTROLLERS, SESSION_PROVIDERS } from './pages/sessions/sessions.js';
import { LinkPicking } from './rendering/link-picking.js';
import { PageNames } from './rendering/names.js';
import { Pages } from './rendering/pages.js';
import { WebProblemPage } from './rendering/problem-page.js';

/** The pages: server-rendered, each calling use cases directly. Global, so that the platform finds the page for problems. */
@Global()
@Module({
  imports: [
    AtlasModule,
    CasesModule,
    CommitmentsModule,
    DemoModule,
    DialoguesModule,
    DiscussionsModule,
    ExploreModule,
    LearningModule,
  ],
  controllers: [
    ...COMMUNITY_CONTROLLERS,
    ...PLACE_CONTROLLERS,
    ...DIALOGUE_CONTROLLERS,
    ...SESSION_CONTROLLERS,
  ],
  providers: [
    Pages,
    PageNames,
    LinkPicking,
    ...COMMUNITY_PROVIDERS,
    ...PLACE_PROVIDERS,
    ...DIALOGUE_PROVIDERS,
    ...SESSION_PROVIDERS,
    { provide: ProblemPage, useClass: WebProblemPage },
  ],
  exports: [Pages, ProblemPage],
})
export class WebModule {}
