import { Injectable } from '@nestjs/common';
import { FindActors, loadReference } from '../../../../libs/atlas/index.js';
import { type Account, GetMe } from '../../../../libs/identity/index.js';
import type { HttpRequest } from '../../../../libs/platform/http/http-request.js';
import { requestLocale } from '../../../../libs/platform/http/request-locale.js';
import { cleanText } from '../../../../libs/platform/validation/text.js';
import type { ChoiceOption } from '../../components/fields.js';
import { LANGUAGES } from '../../components/links.js';
import { countryOptions } from '../../rendering/country-options.js';
import type { FormErrors } from '../../rendering/form-errors.js';
import { FormInput } from '../../rendering/form-input.js';
import { codeOf, type NameOf, PageNames } from '../../rendering/names.js';
import { Pages } from '../../rendering/pages.js';
import { partsThatDiffer, type SavedPart } from '../../rendering/saved-meanwhile.js';
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
    const { worksFor } = account;
    const own = valuesOf(account);
    const isChanged = typed?.errors.code === 'identity/profile-changed-meanwhile';
    const saved = typed && isChanged ? this.savedOtherwise(request, typed.values, account) : undefined;
    const values = typed?.values ?? own;
    const done = new FormInput(request.query).text('done');
    return this.pages.render(request, {
      islands: ['forms'],
      title: texts.t('account.settings'),
      unlisted: true,
      body: (
        <ProfilePage
          csrf={this.pages.csrfFor(request)}
          values={saved ? { ...values, version: own.version } : values}
          saved={saved}
          countries={countryOptions(this.names.for(request), texts)}
          organisationTypes={organisationTypes(this.names.for(request))}
          worksFor={worksFor}
          isTypeKnown={await this.isTypeKnown(account)}
          likely={await this.likelyActors(request, account)}
          email={account.email}
          isVerified={account.isVerified}
          publicHref={account.url}
          done={done === 'saved' || done === 'mail-sent' ? done : undefined}
          errors={saved ? undefined : typed?.errors}
        />
      ),
    });
  }

  /** What was saved meanwhile is shown beside what was typed; whoever has seen it may save over it. */
  private savedOtherwise(request: HttpRequest, typed: ProfileValues, account: Account): SavedPart[] {
    const { t } = this.pages.textsFor(request);
    const nameOf = this.names.for(request);
    const { organisationType } = account;
    const now: Record<string, string> = {
      ...valuesOf(account),
      country: account.country ? nameOf(account.country.key, account.country.title) : '',
      organisationType: organisationType ? nameOf(`actor-type:${organisationType}`) : '',
      locale: LANGUAGES.find(({ code }) => code === account.locale)?.name ?? account.locale,
    };
    return partsThatDiffer(trimmed(typed), trimmed(valuesOf(account))).map((part) => ({
      label: t(LABELS[part as keyof typeof LABELS]),
      now: now[part] ?? '',
    }));
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

/** The labels of the form. */
const LABELS = {
  name: 'account.name',
  locale: 'account.locale',
  country: 'account.country',
  organisation: 'account.organisation',
  organisationType: 'account.organisation-type',
  bio: 'account.bio',
} satisfies Record<Exclude<keyof ProfileValues, 'version'>, string>;

function valuesOf(account: Account): ProfileValues {
  const { name, locale, country, organisation, organisationType, bio, version } = account;
  return {
    ...{ name, locale, organisation, bio },
    country: country ? codeOf(country.key) : '',
    organisationType: organisationType ?? '',
    version: String(version),
  };
}

/** As the texts are kept, so that only what says something else is shown. */
function trimmed(values: ProfileValues): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, cleanText(value)]));
}

function organisationTypes(nameOf: NameOf): ChoiceOption[] {
  return loadReference().actorTypes.map(({ code }) => ({ value: code, label: nameOf(`actor-type:${code}`) }));
}
