import { Injectable } from '@nestjs/common';
import { ListCountries, ListModalities, ListThemes, referenceIndex } from '../../../../libs/atlas/index.js';
import {
  ACTOR_ROLES,
  ACTOR_TYPES,
  CASE_SCALES,
  CONFIDENCES,
  COUNTRY_ROLES,
} from '../../../../libs/cases/index.js';
import type { HttpRequest } from '../../../../libs/platform/http/http-request.js';
import { requestLocale } from '../../../../libs/platform/http/request-locale.js';
import type { Locale } from '../../../../libs/platform/i18n/locales.js';
import type { ChoiceOption } from '../../components/fields.js';
import { type NameOf, PageNames } from '../../rendering/names.js';
import { Pages } from '../../rendering/pages.js';
import type { CaseChoices } from './case-form-sections.js';

/** Targets are long sentences; their beginning is enough to choose by. */
const TARGET_LENGTH = 90;

/** What the lists of the form offer, in the reader's language. */
@Injectable()
export class CaseChoicesSource {
  constructor(
    private readonly pages: Pages,
    private readonly names: PageNames,
    private readonly countries: ListCountries,
    private readonly modalities: ListModalities,
    private readonly themes: ListThemes,
  ) {}

  nameOf(request: HttpRequest): NameOf {
    return this.names.for(request);
  }

  async for(request: HttpRequest): Promise<CaseChoices> {
    const locale = requestLocale(request);
    const { t } = this.pages.textsFor(request);
    const nameOf = this.names.for(request);
    const named = (type: string, codes: readonly string[]) =>
      codes.map((value) => ({ value, label: nameOf(`${type}:${value}`) }));
    const said = (key: string, codes: readonly string[]) =>
      codes.map((value) => ({ value, label: t(`cases.${key}-${value}`) }));
    return {
      countries: this.countries.execute(locale).items.map(toOption),
      modalities: this.modalities.execute(locale).items.map(toOption),
      countryRoles: named('country-role', COUNTRY_ROLES),
      actorRoles: named('actor-role', ACTOR_ROLES),
      actorTypes: named('actor-type', ACTOR_TYPES),
      scales: said('scale', CASE_SCALES),
      confidences: said('confidence', CONFIDENCES),
      themes: await this.themeGroups(locale),
      targets: targetsIn(nameOf),
    };
  }

  private async themeGroups(locale: Locale): Promise<CaseChoices['themes']> {
    const { items } = await this.themes.execute(locale);
    const groups: CaseChoices['themes'] = [];
    // Each theme stands before its narrower ones, whatever their depth.
    for (const theme of items) {
      if (theme.parent === null) groups.push({ code: theme.code, label: theme.name, options: [] });
      else groups.at(-1)?.options.push(toOption(theme));
    }
    return groups;
  }
}

/** Goals, each with its targets, in their order. */
function targetsIn(nameOf: NameOf): ChoiceOption[] {
  return [...referenceIndex().targets].flatMap(([goal, targets]) => [
    { value: goal, label: `${goal} ${nameOf(`sdg:${goal}`)}` },
    ...targets.map(({ code }) => ({ value: code, label: shorten(nameOf(`target:${code}`)) })),
  ]);
}

function toOption({ code, name }: { code: string; name: string }): ChoiceOption {
  return { value: code, label: name };
}

function shorten(text: string): string {
  return text.length <= TARGET_LENGTH ? text : `${text.slice(0, TARGET_LENGTH).trimEnd()}…`;
}
