import { Global, Module } from '@nestjs/common';
import { ProblemPage } from '../../libs/platform/http/problem.filter.js';
import { PLACE_CONTROLLERS, PLACE_PROVIDERS } from './pages/places.js';
import { PageNames } from './rendering/names.js';
import { Pages } from './rendering/pages.js';
import { WebProblemPage } from './rendering/problem-page.js';

/** The pages: server-rendered, each calling use cases directly. Global, so that the platform finds the page for problems. */
@Global()
@Module({
  controllers: [...PLACE_CONTROLLERS],
  providers: [Pages, PageNames, ...PLACE_PROVIDERS, { provide: ProblemPage, useClass: WebProblemPage }],
  exports: [Pages, ProblemPage],
})
export class WebModule {}
