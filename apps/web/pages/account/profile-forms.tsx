import { Injectable } from '@nestjs/common';
import { FindActors, loadReference } from '../../../../libs/atlas/index.js';
import { type Account, GetMe } from '../../../../libs/identity/index.js';
import type { HttpRequest } from '../../../../libs/platform/http/http-request.js';
import { requestLocale } from '../../../../libs/platform/http/request-locale.js';
import type { ChoiceOption } from '../../components/fields.js';
import { countryOptions } from '../../rendering/country-options.js';
import type { FormErrors } from '../../rendering/form-errors.js';
import { FormInput } from '../../rendering/form-input.js';
import { codeOf, type NameOf, PageNames } from '../../rendering/names.js';
import { Pages } from '../../rendering/pages.js';
import { ProfilePage, type ProfileValues } from './profile.page.js';

const MOST_LIKELY = 5;

/** Draws the form of one's own profile, from the account or from what was typed. */
@Injectable()
export class ProfileForms {
  constructor(
    private readonly pages: Pages,
    private readonly names: PageNames,
    private readonly getMe: GetMe,
    private readonly findActors: FindActors,
  ) {}

  async render(request: HttpRequest, typed?: { values: ProfileValues; errors: FormErrors }): Promise<string> {
    const texts = this.pages.textsFor(request);
    const account = await this.getMe.execute(request.actor);
    const { name, locale, organisation, bio, worksFor } = account;
    const organisationType = account.organisationType ?? '';
    const country = account.country ? codeOf(account.country.key) : '';
    const done = new FormInput(request.query).text('done');
    return this.pages.render(request, {
      title: texts.t('account.settings'),
      unlisted: true,
      body: (
        <ProfilePage
          csrf={this.pages.csrfFor(request)}
          values={typed?.values ?? { name, locale, country, organisation, organisationType, bio }}
          countries={countryOptions(this.names.for(request), texts)}
          organisationTypes={organisationTypes(this.names.for(request))}
          worksFor={worksFor}
          isTypeKnown={await this.isTypeKnown(account)}
          likely={await this.likelyActors(request, account)}
          email={account.email}
          isVerified={account.isVerified}
          publicHref={account.url}
          done={done === 'saved' || done === 'mail-sent' ? done : undefined}
          errors={typed?.errors}
        />
      ),
    });
  }

  private async isTypeKnown({ worksFor }: Account): Promise<boolean> {
    const actor = worksFor && (await this.findActors.find(codeOf(worksFor.key)));
    return typeof actor?.type === 'string';
  }

  /** Those whose name begins as the words of the profile do. */
  private async likelyActors(request: HttpRequest, { worksFor, organisation }: Account) {
    if (worksFor || organisation === '') return [];
    return this.findActors.execute(requestLocale(request), organisation, MOST_LIKELY);
  }
}

function organisationTypes(nameOf: NameOf): ChoiceOption[] {
  return loadReference().actorTypes.map(({ code }) => ({ value: code, label: nameOf(`actor-type:${code}`) }));
}
