import type { ComponentChildren } from 'preact';
import { CASE_LIMITS } from '../../../../libs/cases/index.js';
import { Card } from '../../components/card.js';
import { Checkbox, type ChoiceOption, Select, TextArea, TextField } from '../../components/fields.js';
import { LANGUAGE_OPTIONS } from '../../components/links.js';
import { NumberField } from '../../components/number-field.js';
import { useText } from '../../components/text.js';
import { type CaseFormValues, type CaseTextField, ROWS_AT_FIRST, type RowList } from './case-form-input.js';

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

/** Values and errors of the form, as each of its parts needs them. */
export interface FormPartProps {
  values: CaseFormValues;
  errors: Record<string, string>;
  /** Where the form is sent, for the buttons that add rows. */
  action: string;
}

export function field({ values, errors }: FormPartProps, name: CaseTextField) {
  return { name, value: values.texts[name], error: errors[name] };
}

interface SectionProps {
  id: string;
  title: string;
  hint?: string;
  error?: string;
  children: ComponentChildren;
}

/** A part that a case can do without: folded until it holds something. */
export function FoldedSection({
  id,
  title,
  hint,
  isOpen,
  children,
}: Omit<SectionProps, 'error'> & { isOpen: boolean }) {
  return (
    <details class="card fold fold-section" id={id} open={isOpen}>
      <summary>
        <h2>{title}</h2>
        {hint && <span class="field-hint">{hint}</span>}
      </summary>
      <div class="form-section">{children}</div>
    </details>
  );
}

/** Whether any of these fields holds something or was refused. */
export function holdsAny({ values, errors }: FormPartProps, names: readonly CaseTextField[]): boolean {
  return names.some((name) => values.texts[name] !== '' || errors[name] !== undefined);
}

/** Whether any row of the list holds something, was refused, or was just asked for. */
export function holdsRows({ values, errors }: FormPartProps, list: RowList): boolean {
  const { filled, shown } = values.rows[list];
  const isRefused = Object.keys(errors).some((name) => name.startsWith(`${list}.`));
  return filled.length > 0 || shown > ROWS_AT_FIRST || isRefused;
}

export function Section({ id, title, hint, error, children }: SectionProps) {
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

export function EssentialsSection(props: FormPartProps) {
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
      <Select {...field(props, 'lang')} label={t('cases.written-in')} options={LANGUAGE_OPTIONS} />
    </Section>
  );
}

export function ExperienceSection(props: FormPartProps) {
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
    </Section>
  );
}

export function StorySection(props: FormPartProps) {
  const { t } = useText();
  return (
    <FoldedSection
      id="story"
      title={t('cases.story')}
      hint={t('cases.story-hint')}
      isOpen={holdsAny(props, ['context', 'approach'])}
    >
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
    </FoldedSection>
  );
}

export function WhenSection({ choices, ...props }: FormPartProps & { choices: CaseChoices }) {
  const { t } = useText();
  return (
    <FoldedSection
      id="when"
      title={t('cases.when-and-scale')}
      isOpen={holdsAny(props, ['startYear', 'endYear', 'ongoing', 'scale'])}
    >
      <div class="field-row">
        <NumberField
          {...field(props, 'startYear')}
          label={t('cases.start-year')}
          kind="whole"
          plain
          optional
        />
        <NumberField {...field(props, 'endYear')} label={t('cases.end-year')} kind="whole" plain optional />
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
    </FoldedSection>
  );
}

export function InputsSection(props: FormPartProps) {
  const { t } = useText();
  return (
    <FoldedSection
      id="inputs"
      title={t('cases.inputs')}
      hint={t('cases.inputs-hint')}
      isOpen={holdsAny(props, [
        'amount',
        'currency',
        'priceYear',
        'expertDays',
        'peopleHosted',
        'otherInputs',
      ])}
    >
      <div class="field-row">
        <NumberField {...field(props, 'amount')} label={t('cases.money')} kind="amount" optional />
        <TextField
          {...field(props, 'currency')}
          label={t('cases.currency')}
          placeholder="USD"
          maxLength={3}
          optional
          short
        />
        <NumberField
          {...field(props, 'priceYear')}
          label={t('cases.price-year')}
          kind="whole"
          plain
          optional
        />
      </div>
      <div class="field-row">
        <NumberField {...field(props, 'expertDays')} label={t('cases.expert-days')} kind="amount" optional />
        <NumberField
          {...field(props, 'peopleHosted')}
          label={t('cases.people-hosted')}
          kind="whole"
          optional
        />
      </div>
      <TextField {...field(props, 'otherInputs')} label={t('cases.other-inputs')} optional maxLength={2000} />
    </FoldedSection>
  );
}
