import { Injectable } from '@nestjs/common';
import { GetMe } from '../../../../libs/identity/index.js';
import type { HttpRequest } from '../../../../libs/platform/http/http-request.js';
import { countryOptions } from '../../rendering/country-options.js';
import type { FormErrors } from '../../rendering/form-errors.js';
import { FormInput } from '../../rendering/form-input.js';
import { codeOf, PageNames } from '../../rendering/names.js';
import { Pages } from '../../rendering/pages.js';
import { ProfilePage, type ProfileValues } from './profile.page.js';

/** Draws the form of one's own profile, from the account or from what was typed. */
@Injectable()
export class ProfileForms {
  constructor(
    private readonly pages: Pages,
    private readonly names: PageNames,
    private readonly getMe: GetMe,
  ) {}

  async render(request: HttpRequest, typed?: { values: ProfileValues; errors: FormErrors }): Promise<string> {
    const texts = this.pages.textsFor(request);
    const account = await this.getMe.execute(request.actor);
    const { name, locale, organisation, bio } = account;
    const country = account.country ? codeOf(account.country.key) : '';
    const done = new FormInput(request.query).text('done');
    return this.pages.render(request, {
      title: texts.t('account.settings'),
      unlisted: true,
      body: (
        <ProfilePage
          csrf={this.pages.csrfFor(request)}
          values={typed?.values ?? { name, locale, country, organisation, bio }}
          countries={countryOptions(this.names.for(request), texts)}
          email={account.email}
          isVerified={account.isVerified}
          publicHref={account.url}
          done={done === 'saved' || done === 'mail-sent' ? done : undefined}
          errors={typed?.errors}
        />
      ),
    });
  }
}
