import { Injectable } from '@nestjs/common';
import type { HttpRequest } from '../../../libs/platform/http/http-request.js';
import { type Problem, ProblemPage } from '../../../libs/platform/http/problem.filter.js';
import { ButtonLink } from '../components/button.js';
import { Page } from '../components/page.js';
import { ErrorState } from '../components/states.js';
import { useText } from '../components/text.js';
import { backPath, withBack } from './back-path.js';
import { Pages } from './pages.js';

/** Nothing is broken here, so there is nothing to report to anyone. */
const EXPECTED = new Set([401, 404]);

/** The page for a request that failed: what happened, and what to do now. */
@Injectable()
export class WebProblemPage extends ProblemPage {
  constructor(private readonly pages: Pages) {
    super();
  }

  render(problem: Problem, request: HttpRequest): string {
    const { t } = this.pages.textsFor(request);
    const action = problem.status === 401 ? <WaysIn back={pageOf(request)} /> : <GoHome />;
    const body = (
      <Page width="text">
        <ErrorState
          title={t(`errors.heading-${problem.status}`)}
          message={problem.title}
          correlationId={EXPECTED.has(problem.status) ? undefined : problem.correlationId}
          action={action}
        />
      </Page>
    );
    return this.pages.render(request, { title: problem.title, unlisted: true, body });
  }
}

/** Where the reader was: the page that failed, or the one whose form failed. */
function pageOf({ method, url, headers }: HttpRequest): string {
  if (method === 'GET' || method === 'HEAD') return backPath(url);
  const { referer = '' } = headers;
  if (!URL.canParse(referer)) return '/';
  const { host, pathname, search } = new URL(referer);
  return host === headers.host ? backPath(`${pathname}${search}`) : '/';
}

function WaysIn({ back }: { back: string }) {
  const { t } = useText();
  return (
    <>
      <ButtonLink href={withBack('/sign-in', back)}>{t('ui.sign-in')}</ButtonLink>{' '}
      <ButtonLink href={withBack('/register', back)} variant="quiet">
        {t('ui.register')}
      </ButtonLink>
    </>
  );
}

function GoHome() {
  const { t } = useText();
  return (
    <ButtonLink href="/" variant="quiet">
      {t('errors.go-home')}
    </ButtonLink>
  );
}
