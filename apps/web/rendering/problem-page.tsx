import { Injectable } from '@nestjs/common';
import { Config } from '../../../libs/platform/config/config.js';
import type { HttpRequest } from '../../../libs/platform/http/http-request.js';
import { type Problem, ProblemPage } from '../../../libs/platform/http/problem.filter.js';
import { ButtonLink } from '../components/button.js';
import { KeptFormPart } from '../components/kept-form-part.js';
import { Page } from '../components/page.js';
import { ErrorState } from '../components/states.js';
import { useText } from '../components/text.js';
import { SignInPage } from '../pages/account/entry.page.js';
import { backPath, withBack } from './back-path.js';
import { type KeptForm, keptForm, proseOf } from './kept-form.js';
import { Pages } from './pages.js';

/** Nothing is broken here, so there is nothing to report to anyone. */
const EXPECTED = new Set([401, 404]);
/** Sending the form again helps against none of these: the text is shown, to be taken elsewhere. */
const FINAL = new Set([400, 404, 413]);

/** The page for a request that failed: what happened, and what to do now. */
@Injectable()
export class WebProblemPage extends ProblemPage {
  constructor(
    private readonly pages: Pages,
    private readonly config: Config,
  ) {
    super();
  }

  render(problem: Problem, request: HttpRequest): string {
    const { t } = this.pages.textsFor(request);
    const kept = keptForm(request, this.config);
    if (kept && problem.status === 401) return this.signIn(request, kept);
    const action = problem.status === 401 ? <WaysIn back={pageOf(request)} /> : <GoHome />;
    const csrf = this.pages.csrfFor(request);
    // Whose role does not allow it is refused again; whose page was from another session is not.
    const isForbidden = problem.code === 'access/forbidden' || problem.code === 'access/scope-missing';
    const canSend = !FINAL.has(problem.status) && !isForbidden;
    const body = (
      <Page width="text">
        <ErrorState
          title={t(
            `errors.heading-${problem.code === 'access/csrf-token-missing' ? 'stale' : problem.status}`,
          )}
          message={problem.title}
          correlationId={EXPECTED.has(problem.status) ? undefined : problem.correlationId}
          action={action}
        />
        {problem.status === 413 && request.method === 'POST' && <p>{t('ui.kept-in-browser')}</p>}
        {kept && <KeptFormPart csrf={csrf} {...kept} prose={proseOf(kept)} canSend={canSend} />}
      </Page>
    );
    return this.pages.render(request, { title: problem.title, unlisted: true, body });
  }

  /** Signed out while writing: signing in takes along what was written. */
  private signIn(request: HttpRequest, kept: KeptForm): string {
    return this.pages.render(request, {
      title: this.pages.textsFor(request).t('account.sign-in-title'),
      unlisted: true,
      body: <SignInPage csrf={this.pages.csrfFor(request)} back={pageOf(request)} email="" kept={kept} />,
    });
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
