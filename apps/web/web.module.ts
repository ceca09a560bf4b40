import { Global, Module } from '@nestjs/common';
import { ProblemPage } from '../../libs/platform/http/problem.filter.js';
import { Pages } from './rendering/pages.js';
import { WebProblemPage } from './rendering/problem-page.js';

/** The pages: server-rendered, each calling use cases directly. Global, so that the platform finds the page for problems. */
@Global()
@Module({
  providers: [Pages, { provide: ProblemPage, useClass: WebProblemPage }],
  exports: [Pages, ProblemPage],
})
export class WebModule {}
