import { Inject, Injectable } from '@nestjs/common';
import type { VNode } from 'preact';
import { DemoItems } from '../../../libs/demo/index.js';
import { hasRole, isSignedIn } from '../../../libs/platform/access/actor.js';
import { CsrfTokens } from '../../../libs/platform/access/csrf.js';
import { DomainError } from '../../../libs/platform/errors/domain-error.js';
import { NONCE_PLACE } from '../../../libs/platform/http/content-policy.js';
import type { HttpRequest } from '../../../libs/platform/http/http-request.js';
import { requestLocale } from '../../../libs/platform/http/request-locale.js';
import { Catalogue } from '../../../libs/platform/i18n/catalogue.js';
import type { Locale } from '../../../libs/platform/i18n/locales.js';
import { Layout } from '../components/layout.js';
import { renderDocument, renderFragment } from '../components/render-document.js';
import { Notice } from '../components/states.js';
import type { Texts } from '../components/text.js';
import { type Assets, loadAssets } from './assets.js';
import { FormNumbers } from './form-numbers.js';
import { textsByLocale } from './texts.js';

export interface PageContent {
  title: string;
  description?: string;
  body: VNode;
  /** Islands the page uses, by the name of their file in `islands/`. */
  islands?: string[];
  searchWords?: string;
  /** Search engines keep out: forms, and copies of other pages. */
  unlisted?: boolean;
}

const SEARCH_AWAY = 'search/unavailable';

/** The island that every page has: small, and nothing depends on it. */
const EVERYWHERE = ['site'];

/** Draws whole pages and fragments for a request: in its language, for its reader. */
@Injectable()
export class Pages {
  readonly assets: Assets = loadAssets();
  private readonly texts: (locale: Locale) => Texts;

  /** Requests whose pages lack what the search would have told. */
  private readonly withoutSearch = new WeakSet<HttpRequest>();

  constructor(
    @Inject(Catalogue) catalogue: Catalogue,
    private readonly csrf: CsrfTokens,
    private readonly demo: DemoItems,
  ) {
    this.texts = textsByLocale(catalogue);
  }

  textsFor(request: HttpRequest): Texts {
    return this.texts(requestLocale(request));
  }

  /** Reads the numbers of a form in the language of its page. */
  numbersOf(request: HttpRequest): FormNumbers {
    return new FormNumbers(requestLocale(request));
  }

  /** The token that every form on the page carries; empty for visitors, who have no session to forge. */
  csrfFor(request: HttpRequest): string {
    const { sessionId } = request.actor ?? {};
    return sessionId ? this.csrf.tokenFor(sessionId) : '';
  }

  /**
   * Asks the search for what a page shows besides. While the search is away the page goes on with what it has instead,
   * and says so at its top.
   */
  async searchFor<Found>(request: HttpRequest, ask: () => Promise<Found>, instead: Found): Promise<Found> {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== SEARCH_AWAY) throw error;
      this.withoutSearch.add(request);
      return instead;
    }
  }

  render(request: HttpRequest, content: PageContent): string {
    const { actor } = request;
    const texts = this.textsFor(request);
    const viewer =
      actor && isSignedIn(actor)
        ? {
            id: actor.id,
            name: actor.name,
            isVerified: actor.isVerified,
            href: `/people/${actor.id}`,
            links: [
              { label: texts.t('account.settings'), href: '/settings' },
              ...(hasRole(actor, 'administrator')
                ? [{ label: texts.t('administration.title'), href: '/administration/people' }]
                : []),
            ],
          }
        : null;
    return renderDocument(
      texts,
      <Layout
        title={content.title}
        description={content.description}
        styles={[this.assets.url('main.css')]}
        scripts={[...EVERYWHERE, ...(content.islands ?? [])].map((name) => this.assets.url(name))}
        nonce={NONCE_PLACE}
        iconHref="/assets/icon.svg"
        path={request.url}
        viewer={viewer}
        csrf={this.csrfFor(request)}
        searchWords={content.searchWords}
        demonstration={this.demo.isPresent}
        footerLinks={[{ label: texts.t('home.about'), href: '/about' }]}
        note={
          this.withoutSearch.has(request) && (
            <Notice tone="warning">{texts.t('errors.search.unavailable')}</Notice>
          )
        }
        head={content.unlisted && <meta name="robots" content="noindex" />}
      >
        {content.body}
      </Layout>,
    );
  }

  fragment(request: HttpRequest, fragment: VNode): string {
    return renderFragment(this.textsFor(request), fragment);
  }
}
