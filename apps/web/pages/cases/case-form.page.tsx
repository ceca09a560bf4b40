import type { ComponentChildren } from 'preact';
import { CASE_LIMITS } from '../../../../libs/cases/index.js';
import { Button, ButtonLink } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Checkbox, type ChoiceOption, Select, TextArea, TextField } from '../../components/fields.js';
import { ButtonRow, Form, type FormError } from '../../components/form.js';
import { LANGUAGES } from '../../components/links.js';
import { Page, PageHead } from '../../components/page.js';
import { Notice } from '../../components/states.js';
import { useText } from '../../components/text.js';
import { Trail } from '../../components/trail.js';
import type { CaseFormValues, CaseTextField } from './case-form-input.js';
import { ActorRows, CountryRows, ResultRows, TargetRows } from './case-form-rows.js';
import { ThemePicker } from './theme-picker.js';

/** What the lists of the form offer, in the reader's language. */
export interface CaseChoices {
  countries: ChoiceOption[];
  countryRoles: ChoiceOption[];
  actorRoles: ChoiceOption[];
  actorTypes: ChoiceOption[];
  modalities: ChoiceOption[];
  scales: ChoiceOption[];
  confidences: ChoiceOption[];
  themes: { code: string; label: string; options: ChoiceOption[] }[];
  targets: ChoiceOption[];
}

export interface CaseFormPageProps {
  /** The case that is edited; null for a new one. */
  edited: { title: string; url: string; isDraft: boolean } | null;
  action: string;
  csrf: string;
  values: CaseFormValues;
  choices: CaseChoices;
  errors: FormError[];
  fields: Record<string, string>;
  /** Another version was saved meanwhile. */
  isOutdated?: boolean;
}

export function CaseFormPage(props: CaseFormPageProps) {
  const { edited, action, csrf, values, choices, errors, fields } = props;
  const { t } = useText();
  const rows = { values, errors: fields, action };
  return (
    <Page width="text">
      <Trail
        links={[
          { label: t('ui.nav-cases'), href: '/cases' },
          ...(edited ? [{ label: edited.title, href: edited.url }] : []),
        ]}
      />
      <PageHead
        title={edited ? t('cases.edit-title') : t('cases.new-title')}
        lede={edited ? undefined : t('cases.new-lede')}
      />
      {props.isOutdated && edited && <OutdatedNotice href={edited.url} />}
      <Form
        action={action}
        csrf={csrf}
        errors={errors}
        values={{
          version: values.texts.version,
          clientKey: values.texts.clientKey,
          ...Object.fromEntries(
            Object.entries(values.shown).map(([list, count]) => [`shown.${list}`, String(count)]),
          ),
        }}
      >
        {/* Pressing Enter in a field presses the first button: it keeps what is written. */}
        <button
          class="visually-hidden"
          type="submit"
          name="do"
          value="save"
          tabIndex={-1}
          aria-hidden="true"
        />
        <EssentialsSection {...rows} />
        <ExperienceSection {...rows} />
        <Section
          id="countries"
          title={t('cases.countries')}
          hint={t('cases.countries-hint')}
          error={fields.countries}
        >
          <Select
            {...field(rows, 'modality')}
            label={t('cases.modality')}
            optional
            placeholder={t('cases.choose')}
            options={choices.modalities}
          />
          <CountryRows {...rows} choices={choices} />
        </Section>
        <Section id="themes" title={t('cases.themes')} hint={t('cases.themes-hint')} error={fields.themes}>
          <ThemePicker groups={choices.themes} ticked={values.themes} />
        </Section>
        <Section id="actors" title={t('cases.actors')} hint={t('cases.actors-hint')}>
          <ActorRows {...rows} choices={choices} />
        </Section>
        <Section id="results" title={t('cases.results')} hint={t('cases.results-hint')}>
          <ResultRows {...rows} choices={choices} />
        </Section>
        <Section id="targets" title={t('cases.targets')} hint={t('cases.targets-hint')}>
          <TargetRows {...rows} choices={choices} />
        </Section>
        <WhenSection {...rows} choices={choices} />
        <InputsSection {...rows} />
        <Closing edited={edited} rows={rows} />
      </Form>
    </Page>
  );
}

/** Values and errors of the form, as each of its parts needs them. */
export interface FormPartProps {
  values: CaseFormValues;
  errors: Record<string, string>;
  /** Where the form is sent, for the buttons that add rows. */
  action: string;
}

function field({ values, errors }: FormPartProps, name: CaseTextField) {
  return { name, value: values.texts[name], error: errors[name] };
}

interface SectionProps {
  id: string;
  title: string;
  hint?: string;
  error?: string;
  children: ComponentChildren;
}

function Section({ id, title, hint, error, children }: SectionProps) {
  const { t } = useText();
  return (
    <Card title={title} id={id}>
      {hint && <p class="field-hint">{hint}</p>}
      {error && (
        <p class="field-error">
          <span class="visually-hidden">{t('ui.error')} </span>
          {error}
        </p>
      )}
      <div class="form-section">{children}</div>
    </Card>
  );
}

function EssentialsSection(props: FormPartProps) {
  const { t } = useText();
  return (
    <Section id="essentials" title={t('cases.essentials')}>
      <TextField
        {...field(props, 'title')}
        label={t('cases.part-title')}
        hint={t('cases.title-hint')}
        maxLength={CASE_LIMITS.title}
      />
      <TextArea
        {...field(props, 'summary')}
        label={t('cases.part-summary')}
        hint={t('cases.summary-hint', { maximum: CASE_LIMITS.summary })}
        rows={3}
        maxLength={CASE_LIMITS.summary}
      />
      <Select
        {...field(props, 'lang')}
        label={t('cases.written-in')}
        options={LANGUAGES.map(({ code, name }) => ({ value: code, label: name }))}
      />
    </Section>
  );
}

function ExperienceSection(props: FormPartProps) {
  const { t } = useText();
  return (
    <Section id="experience" title={t('cases.experience')} hint={t('cases.experience-hint')}>
      <TextArea
        {...field(props, 'whatWorked')}
        label={t('ui.what-worked')}
        hint={t('cases.what-worked-hint')}
        rows={6}
        maxLength={CASE_LIMITS.text}
      />
      <TextArea
        {...field(props, 'whatDidNot')}
        label={t('ui.what-failed')}
        hint={t('cases.what-did-not-hint')}
        rows={6}
        maxLength={CASE_LIMITS.text}
      />
      <TextArea
        {...field(props, 'context')}
        label={t('cases.context')}
        hint={t('cases.context-hint')}
        optional
        rows={5}
        maxLength={CASE_LIMITS.text}
      />
      <TextArea
        {...field(props, 'approach')}
        label={t('cases.approach')}
        hint={t('cases.approach-hint')}
        optional
        rows={5}
        maxLength={CASE_LIMITS.text}
      />
    </Section>
  );
}

function WhenSection({ choices, ...props }: FormPartProps & { choices: CaseChoices }) {
  const { t } = useText();
  return (
    <Section id="when" title={t('cases.when-and-scale')}>
      <div class="field-row">
        <TextField
          {...field(props, 'startYear')}
          label={t('cases.start-year')}
          type="number"
          optional
          short
        />
        <TextField {...field(props, 'endYear')} label={t('cases.end-year')} type="number" optional short />
      </div>
      <Checkbox
        name="ongoing"
        label={t('cases.still-running')}
        checked={props.values.texts.ongoing !== ''}
        error={props.errors.ongoing}
        optional
      />
      <Select
        {...field(props, 'scale')}
        label={t('cases.scale')}
        optional
        placeholder={t('cases.choose')}
        options={choices.scales}
      />
    </Section>
  );
}

function InputsSection(props: FormPartProps) {
  const { t } = useText();
  return (
    <Section id="inputs" title={t('cases.inputs')} hint={t('cases.inputs-hint')}>
      <div class="field-row">
        <TextField {...field(props, 'amount')} label={t('cases.money')} type="number" optional short />
        <TextField
          {...field(props, 'currency')}
          label={t('cases.currency')}
          placeholder="USD"
          maxLength={3}
          optional
          short
        />
        <TextField
          {...field(props, 'priceYear')}
          label={t('cases.price-year')}
          type="number"
          optional
          short
        />
      </div>
      <div class="field-row">
        <TextField
          {...field(props, 'expertDays')}
          label={t('cases.expert-days')}
          type="number"
          optional
          short
        />
        <TextField
          {...field(props, 'peopleHosted')}
          label={t('cases.people-hosted')}
          type="number"
          optional
          short
        />
      </div>
      <TextField {...field(props, 'otherInputs')} label={t('cases.other-inputs')} optional maxLength={2000} />
    </Section>
  );
}

function Closing({ edited, rows }: { edited: CaseFormPageProps['edited']; rows: FormPartProps }) {
  const { t } = useText();
  return (
    <>
      {edited && (
        <TextField
          {...field(rows, 'note')}
          label={t('cases.note')}
          hint={t('cases.note-hint')}
          optional
          maxLength={CASE_LIMITS.note}
        />
      )}
      <ButtonRow>
        {!edited || edited.isDraft ? (
          <>
            <Button name="do" value="publish">
              {t('cases.publish')}
            </Button>
            <Button name="do" value="save" variant="quiet">
              {t('cases.save-draft')}
            </Button>
          </>
        ) : (
          <Button name="do" value="save">
            {t('cases.save')}
          </Button>
        )}
        <ButtonLink href={edited?.url ?? '/cases'} variant="plain">
          {t('ui.cancel')}
        </ButtonLink>
      </ButtonRow>
    </>
  );
}

function OutdatedNotice({ href }: { href: string }) {
  const { t } = useText();
  return (
    <Notice tone="warning" title={t('cases.outdated-title')} announce>
      <p>{t('cases.outdated-message')}</p>
      <p>
        <a href={href} target="_blank" rel="noopener">
          {t('cases.open-current')}
        </a>
      </p>
    </Notice>
  );
}
