import { COMMITMENT_TEXT_MAX } from '../../../../libs/commitments/index.js';
import { DIALOGUE_LIMITS, type DialogueView, type StatementView } from '../../../../libs/dialogues/index.js';
import { Button, ButtonLink } from '../../components/button.js';
import { CheckboxGroup, type ChoiceOption, Select, TextArea, TextField } from '../../components/fields.js';
import { ButtonRow, Form, type FormError } from '../../components/form.js';
import { FormRowList, type RowField } from '../../components/form-row-list.js';
import { LinkPicker, type OfferedLink } from '../../components/link-picker.js';
import { LANGUAGE_OPTIONS } from '../../components/links.js';
import { Page, PageHead } from '../../components/page.js';
import { useText } from '../../components/text.js';
import { Trail } from '../../components/trail.js';
import { Section } from '../cases/case-form-sections.js';
import type { CloseFormValues, CloseTextField } from './close-form-input.js';
import { dialogueLinks } from './dialogue-links.js';

export interface ClosePageProps {
  dialogue: DialogueView;
  /** Approved ones, of which the outcome may draw on some. */
  statements: StatementView[];
  csrf: string;
  values: CloseFormValues;
  offered: OfferedLink[];
  errors: FormError[];
  fields: Record<string, string>;
}

/** The form that closes a dialogue: there is no closing without an outcome. */
export function ClosePage(props: ClosePageProps) {
  const { dialogue, csrf, errors } = props;
  const { t } = useText();
  return (
    <Page width="text">
      <Trail
        links={[
          { label: t('dialogue-pages.title'), href: dialogueLinks.all },
          { label: dialogue.question, href: dialogue.url },
        ]}
      />
      <PageHead title={t('dialogue-pages.close-title')} lede={t('dialogue-pages.close-lede')} />
      <Form action={dialogueLinks.close(dialogue.id)} csrf={csrf} errors={errors} enter="find" looks>
        <AgreedSection {...props} />
        <CommitmentsSection {...props} />
        <SourcesSection {...props} />
        <ButtonRow>
          <Button name="do" value="close">
            {t('dialogue-pages.close-now')}
          </Button>
          <ButtonLink href={dialogue.url} variant="plain">
            {t('ui.cancel')}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Page>
  );
}

function textField({ values, fields }: ClosePageProps, name: CloseTextField) {
  return { name, value: values.texts[name], error: fields[name] };
}

function AgreedSection(props: ClosePageProps) {
  const { t } = useText();
  const { dialogue, values, offered, fields } = props;
  return (
    <Section id="outcome" title={t('dialogue-pages.outcome')}>
      <TextArea
        {...textField(props, 'agreed')}
        label={t('dialogue-pages.part-agreed')}
        hint={t('dialogue-pages.agreed-hint')}
        rows={8}
        maxLength={DIALOGUE_LIMITS.outcome}
      />
      <TextField
        {...textField(props, 'agreedBy')}
        label={t('dialogue-pages.part-agreedBy')}
        hint={t('dialogue-pages.agreed-by-hint')}
        maxLength={2000}
        optional
        unmarked
      />
      <LinkPicker
        name="parties"
        label={t('dialogue-pages.part-parties')}
        hint={t('dialogue-pages.parties-hint')}
        placeholder={t('dialogue-pages.parties-placeholder')}
        links={values.parties}
        offered={offered}
        error={fields.parties}
        action={dialogueLinks.close(dialogue.id)}
        keepsOffered
      />
      <TextArea
        {...textField(props, 'dissent')}
        label={t('dialogue-pages.part-dissent')}
        hint={t('dialogue-pages.dissent-hint')}
        rows={4}
        maxLength={DIALOGUE_LIMITS.outcome}
        optional
      />
      <Select
        {...textField(props, 'lang')}
        label={t('dialogue-pages.part-lang')}
        options={LANGUAGE_OPTIONS}
        placeholder={t('dialogue-pages.choose')}
        optional
      />
    </Section>
  );
}

function CommitmentsSection(props: ClosePageProps) {
  const { t } = useText();
  const { dialogue, values, fields } = props;
  return (
    <Section
      id="commitments"
      title={t('dialogue-pages.commitments')}
      hint={t('dialogue-pages.commitments-hint')}
      error={fields.commitments}
    >
      <FormRowList
        list="commitments"
        rows={values.commitments}
        errors={fields}
        action={dialogueLinks.close(dialogue.id)}
        legend={(number) => t('dialogue-pages.commitment-numbered', { number })}
        more={t('dialogue-pages.more-commitments')}
        draw={(field) => <CommitmentFields field={field} owners={ownersOf(props)} />}
      />
      <TextField
        {...textField(props, 'reviewOn')}
        type="date"
        label={t('dialogue-pages.part-reviewOn')}
        hint={t('dialogue-pages.review-hint')}
        optional
        short
      />
    </Section>
  );
}

/** Whoever convenes, and everyone who was found above. */
function ownersOf({ dialogue, offered }: ClosePageProps): ChoiceOption[] {
  const conveners = [dialogue.convener, ...dialogue.coConveners].map(({ id, name }) => ({
    value: `person:${id}`,
    label: name,
  }));
  const found = offered.map(({ key, title }) => ({ value: key, label: title }));
  return [...new Map([...found, ...conveners].map((owner) => [owner.value, owner])).values()];
}

function CommitmentFields({ field, owners }: { field: RowField; owners: ChoiceOption[] }) {
  const { t } = useText();
  return (
    <>
      <TextArea
        {...field('text')}
        label={t('dialogue-pages.commitment-text')}
        rows={2}
        maxLength={COMMITMENT_TEXT_MAX}
        optional
        unmarked
      />
      <div class="field-row commitment-row">
        <Select
          {...field('ownerKey')}
          label={t('dialogue-pages.owner')}
          placeholder={t('dialogue-pages.choose')}
          options={owners}
          optional
          unmarked
        />
        <TextField {...field('dueOn')} type="date" label={t('dialogue-pages.due-on')} optional unmarked />
        <TextField
          {...field('reviewOn')}
          type="date"
          label={t('dialogue-pages.review-on')}
          optional
          unmarked
        />
      </div>
    </>
  );
}

function SourcesSection({ statements, values, fields }: ClosePageProps) {
  const { t } = useText();
  if (statements.length === 0) return null;
  return (
    <Section id="sources" title={t('dialogue-pages.sources')}>
      <CheckboxGroup
        name="statements"
        label={t('dialogue-pages.part-statements')}
        hint={t('dialogue-pages.statements-hint')}
        options={statements.map(({ id, text, answers, counts }) => ({
          value: id,
          label: text,
          hint: counts
            ? t('dialogue-pages.counts-in-short', counts)
            : t('dialogue-pages.answer-count', { count: answers }),
        }))}
        values={values.statements}
        error={fields.statements}
        optional
      />
    </Section>
  );
}
