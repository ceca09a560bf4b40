import { DIALOGUE_LIMITS, PHASES, type Phase } from '../../../../libs/dialogues/index.js';
import { timeZones } from '../../../../libs/platform/clock/zoned-time.js';
import { Button, ButtonLink } from '../../components/button.js';
import { Select, TextArea, TextField } from '../../components/fields.js';
import { ButtonRow, Form, type FormError } from '../../components/form.js';
import { LinkPicker, type OfferedLink } from '../../components/link-picker.js';
import { LANGUAGE_OPTIONS } from '../../components/links.js';
import { Page, PageHead } from '../../components/page.js';
import { SavedMeanwhile } from '../../components/saved-meanwhile.js';
import { useText } from '../../components/text.js';
import { Trail } from '../../components/trail.js';
import type { SavedPart } from '../../rendering/saved-meanwhile.js';
import { Section } from '../cases/case-form-sections.js';
import type { DialogueFormValues, DialogueTextField, LinkList } from './dialogue-form-input.js';
import { dialogueLinks } from './dialogue-links.js';

export interface DialogueFormPageProps {
  /** The dialogue that is edited; null for a new one. */
  edited: { question: string; url: string } | null;
  action: string;
  csrf: string;
  values: DialogueFormValues;
  offered: Record<LinkList, OfferedLink[]>;
  errors: FormError[];
  fields: Record<string, string>;
  /** Where another version that was saved meanwhile says something else. */
  saved?: SavedPart[];
}

export function DialogueFormPage(props: DialogueFormPageProps) {
  const { edited, action, csrf, values, errors } = props;
  const { t } = useText();
  return (
    <Page width="text">
      <Trail
        links={[
          { label: t('dialogue-pages.title'), href: dialogueLinks.all },
          ...(edited ? [{ label: edited.question, href: edited.url }] : []),
        ]}
      />
      <PageHead
        title={t(edited ? 'dialogue-pages.edit-title' : 'dialogue-pages.convene-title')}
        lede={edited ? undefined : t('dialogue-pages.convene-lede')}
      />
      {props.saved && <SavedMeanwhile parts={props.saved} editHref={action} />}
      <Form
        action={action}
        csrf={csrf}
        errors={errors}
        values={{ version: values.texts.version, clientKey: values.texts.clientKey }}
        enter="find"
        looks
      >
        <QuestionSection {...props} />
        <PhasesSection {...props} />
        <LinksSection {...props} />
        <ButtonRow>
          <Button name="do" value="save">
            {t(edited ? 'dialogue-pages.save' : 'dialogue-pages.convene-now')}
          </Button>
          <ButtonLink href={edited?.url ?? dialogueLinks.all} variant="plain">
            {t('ui.cancel')}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Page>
  );
}

function textField({ values, fields }: DialogueFormPageProps, name: DialogueTextField) {
  return { name, value: values.texts[name], error: fields[name] };
}

function QuestionSection(props: DialogueFormPageProps) {
  const { t } = useText();
  return (
    <Section id="essentials" title={t('dialogue-pages.part-question')}>
      <TextField
        {...textField(props, 'question')}
        label={t('dialogue-pages.question')}
        hint={t('dialogue-pages.question-hint')}
        maxLength={DIALOGUE_LIMITS.question}
      />
      <TextArea
        {...textField(props, 'background')}
        label={t('dialogue-pages.part-background')}
        hint={t('dialogue-pages.background-hint')}
        rows={8}
        maxLength={DIALOGUE_LIMITS.background}
        optional
      />
      {!props.edited && (
        <TextArea
          {...textField(props, 'opening')}
          label={t('dialogue-pages.part-opening')}
          hint={t('dialogue-pages.opening-hint')}
          rows={4}
          maxLength={DIALOGUE_LIMITS.opening}
          optional
        />
      )}
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

function PhasesSection(props: DialogueFormPageProps) {
  const { t } = useText();
  return (
    <Section
      id="phases"
      title={t('dialogue-pages.part-phases')}
      hint={t('dialogue-pages.phases-hint')}
      error={props.fields.phases}
    >
      <Select
        {...textField(props, 'timeZone')}
        label={t('dialogue-pages.part-timeZone')}
        hint={t('dialogue-pages.time-zone-hint')}
        options={timeZones().map((zone) => ({ value: zone, label: zone }))}
      />
      {PHASES.map((phase) => (
        <PhaseRow key={phase} {...props} phase={phase} />
      ))}
    </Section>
  );
}

function PhaseRow({ phase, values, fields }: DialogueFormPageProps & { phase: Phase }) {
  const { t } = useText();
  return (
    <fieldset class="form-row">
      <legend>{t(`dialogue-pages.phase-${phase}`)}</legend>
      <p class="field-hint">{t(`dialogue-pages.how-${phase}`)}</p>
      <div class="field-row">
        {(['opens', 'closes'] as const).map((end) => {
          const name = `phases.${phase}.${end}`;
          return (
            <TextField
              key={end}
              name={name}
              type="datetime-local"
              label={t(`dialogue-pages.${end}`)}
              value={values.phases[phase][end]}
              error={fields[name]}
              optional
              unmarked
            />
          );
        })}
      </div>
    </fieldset>
  );
}

const PICKERS: LinkList[] = ['about', 'evidence', 'coConveners'];

function LinksSection({ values, offered, fields, action }: DialogueFormPageProps) {
  const { t } = useText();
  return (
    <Section id="links" title={t('dialogue-pages.links')} hint={t('dialogue-pages.links-hint')}>
      {PICKERS.map((name) => (
        <LinkPicker
          key={name}
          name={name}
          label={t(`dialogue-pages.part-${name}`)}
          hint={t(`dialogue-pages.${name}-hint`)}
          placeholder={t(`dialogue-pages.${name}-placeholder`)}
          links={values.links[name]}
          offered={offered[name]}
          error={fields[name]}
          action={action}
        />
      ))}
    </Section>
  );
}
