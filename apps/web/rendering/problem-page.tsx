import { Injectable } from '@nestjs/common';
import type { HttpRequest } from '../../../libs/platform/http/http-request.js';
import { type Problem, ProblemPage } from '../../../libs/platform/http/problem.filter.js';
import { Page } from '../components/page.js';
import { ErrorState } from '../components/states.js';
import { Pages } from './pages.js';

/** The page for a request that failed: what happened, and what to do now. */
@Injectable()
export class WebProblemPage extends ProblemPage {
  constructor(private readonly pages: Pages) {
    super();
  }

  render(problem: Problem, request: HttpRequest): string {
    const { t } = this.pages.textsFor(request);
    const action =
      problem.status === 401 ? (
        <a class="btn" href={`/sign-in?back=${encodeURIComponent(request.url)}`}>
          {t('ui.sign-in')}
        </a>
      ) : (
        <a class="btn quiet" href="/">
          {t('errors.go-home')}
        </a>
      );
    const body = (
      <Page width="text">
        <ErrorState
          title={t(`errors.heading-${problem.status}`)}
          message={problem.title}
          correlationId={problem.correlationId}
          action={action}
        />
      </Page>
    );
    return this.pages.render(request, { title: problem.title, body });
  }
}
