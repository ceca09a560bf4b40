import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import {
  AddTheme,
  addThemeBody,
  ChangeTheme,
  changeThemeBody,
  editThemesRule,
  ListThemes,
  loadReference,
  RemoveTheme,
  ShowTheme,
  type ThemeView,
} from '../../../../libs/atlas/index.js';
import { Access, requireAccess } from '../../../../libs/platform/access/access-rule.js';
import type { HttpRequest } from '../../../../libs/platform/http/http-request.js';
import { parseInput } from '../../../../libs/platform/http/parse-input.js';
import { requestLocale } from '../../../../libs/platform/http/request-locale.js';
import { LOCALES } from '../../../../libs/platform/i18n/locales.js';
import { newId } from '../../../../libs/platform/ids/new-id.js';
import { LANGUAGES } from '../../components/links.js';
import type { Texts } from '../../components/text.js';
import { type FormErrors, formErrors } from '../../rendering/form-errors.js';
import { digits, FormInput } from '../../rendering/form-input.js';
import { type PageAnswer, PageRoute, RefusedPage, seeOther } from '../../rendering/page-route.js';
import { partsThatDiffer, type SavedPart } from '../../rendering/saved-meanwhile.js';
import { AtlasPages } from '../atlas-pages.js';
import { ThemeFormPage, type ThemeFormValues } from './theme-form.page.js';

/** What administrators do to the tree of themes. */
@Controller('themes')
export class ThemeFormPages {
  constructor(
    private readonly atlas: AtlasPages,
    private readonly listThemes: ListThemes,
    private readonly showTheme: ShowTheme,
    private readonly addTheme: AddTheme,
    private readonly changeTheme: ChangeTheme,
    private readonly removeTheme: RemoveTheme,
  ) {}

  @Get('new')
  @Access(editThemesRule)
  @PageRoute()
  start(@Req() request: HttpRequest): Promise<PageAnswer> {
    const parent = new FormInput(request.query).text('parent');
    return this.page(request, null, { names: {}, parent, sdgs: [], clientKey: newId(), version: '' });
  }

  @Post('new')
  @Access(editThemesRule)
  @PageRoute()
  async add(@Req() request: HttpRequest, @Body() body: unknown): Promise<PageAnswer> {
    const values = readForm(body);
    try {
      const { code } = await this.addTheme.execute(
        request.actor,
        parseInput(addThemeBody, { ...toInput(values), clientKey: values.clientKey }),
      );
      return seeOther(`/themes/${code}`);
    } catch (error) {
      return this.page(request, null, values, formErrors(error, this.atlas.pages.textsFor(request)));
    }
  }

  @Get(':code/edit')
  @Access(editThemesRule)
  @PageRoute()
  async edit(@Req() request: HttpRequest, @Param('code') code: string): Promise<PageAnswer> {
    const theme = await this.find(request, code);
    return this.page(request, theme, valuesOf(theme));
  }

  @Post(':code/edit')
  @Access(editThemesRule)
  @PageRoute()
  async save(
    @Req() request: HttpRequest,
    @Param('code') code: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    const values = readForm(body);
    try {
      await this.changeTheme.execute(
        request.actor,
        code,
        parseInput(changeThemeBody, { ...toInput(values), version: digits(values.version || undefined) }),
      );
      return seeOther(`/themes/${code}`);
    } catch (error) {
      const refusal = formErrors(error, this.atlas.pages.textsFor(request));
      const theme = await this.find(request, code);
      const isChanged = refusal.code === 'atlas/theme-changed-meanwhile';
      return isChanged
        ? this.savedMeanwhile(request, theme, values, refusal)
        : this.page(request, theme, values, refusal);
    }
  }

  @Post(':code/remove')
  @Access(editThemesRule)
  @PageRoute()
  async remove(@Req() request: HttpRequest, @Param('code') code: string): Promise<PageAnswer> {
    try {
      await this.removeTheme.execute(request.actor, code);
      return seeOther('/themes');
    } catch (error) {
      const refusal = formErrors(error, this.atlas.pages.textsFor(request));
      const theme = await this.find(request, code);
      return this.page(request, theme, valuesOf(theme), refusal);
    }
  }

  private find(request: HttpRequest, code: string): Promise<ThemeView> {
    return this.showTheme.execute(request.actor, requestLocale(request), code);
  }

  /** What was saved meanwhile is shown beside what was typed; whoever has seen it may save over it. */
  private savedMeanwhile(
    request: HttpRequest,
    theme: ThemeView,
    typed: ThemeFormValues,
    refusal: FormErrors,
  ): Promise<PageAnswer> {
    const { t } = this.atlas.pages.textsFor(request);
    const partsOf = ({ names, parent, sdgs }: ThemeFormValues) => ({
      ...Object.fromEntries(LOCALES.map((locale) => [locale, names[locale]?.trim() ?? ''])),
      parent,
      sdgs,
    });
    const now: Record<string, string> = {
      ...theme.names,
      parent: theme.broader[0]?.name ?? t('atlas.at-the-top'),
      sdgs: theme.sdgs.map(({ code, name }) => `${code} ${name}`).join(t('ui.list-comma')),
    };
    const saved = partsThatDiffer(partsOf(typed), partsOf(valuesOf(theme))).map((part) => ({
      label: labelOf(part, t),
      now: now[part] ?? '',
    }));
    const values = { ...typed, version: String(theme.version) };
    return this.page(request, theme, values, { ...refusal, summary: [] }, saved);
  }

  private async page(
    request: HttpRequest,
    theme: ThemeView | null,
    values: ThemeFormValues,
    refusal?: FormErrors,
    saved?: SavedPart[],
  ): Promise<PageAnswer> {
    requireAccess(editThemesRule, request.actor, undefined);
    const { t } = this.atlas.pages.textsFor(request);
    const nameOf = this.atlas.names.for(request);
    const { items } = await this.listThemes.execute(requestLocale(request));
    const html = this.atlas.pages.render(request, {
      title: theme ? t('atlas.edit-theme') : t('atlas.add-theme'),
      unlisted: true,
      islands: ['forms'],
      body: (
        <ThemeFormPage
          theme={theme}
          csrf={this.atlas.pages.csrfFor(request)}
          values={values}
          parents={items
            .filter(({ code }) => code !== theme?.code)
            .map(({ code, name, depth }) => ({ value: code, label: `${'— '.repeat(depth)}${name}` }))}
          sdgs={loadReference().sdgs.map(({ code }) => ({
            value: code,
            label: `${code} ${nameOf(`sdg:${code}`)}`,
          }))}
          refusal={refusal}
          saved={saved}
        />
      ),
    });
    return refusal ? new RefusedPage(refusal.status, html) : html;
  }
}

function labelOf(part: string, t: Texts['t']): string {
  if (part === 'parent') return t('atlas.broader');
  if (part === 'sdgs') return t('atlas.serves');
  return LANGUAGES.find(({ code }) => code === part)?.name ?? part;
}

function readForm(body: unknown): ThemeFormValues {
  const input = new FormInput(body);
  return {
    names: Object.fromEntries(LOCALES.map((locale) => [locale, input.text(`names.${locale}`)])),
    parent: input.text('parent'),
    sdgs: input.texts('sdgs'),
    clientKey: input.clientKey(),
    version: input.text('version'),
  };
}

/** A name that is left empty is not given; English must be. */
function toInput({ names, parent, sdgs }: ThemeFormValues): Record<string, unknown> {
  const given = Object.entries(names).filter(([locale, name]) => name.trim() !== '' || locale === 'en');
  return { names: Object.fromEntries(given), parent: parent || null, sdgs };
}

function valuesOf({ names, broader, sdgs, version }: ThemeView): ThemeFormValues {
  return {
    version: String(version),
    names: { ...names },
    parent: broader[0]?.code ?? '',
    sdgs: sdgs.map(({ code }) => code),
    clientKey: newId(),
  };
}
