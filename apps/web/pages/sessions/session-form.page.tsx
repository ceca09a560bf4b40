import { SESSION_FORMATS } from '../../../../libs/learning/index.js';
import { timeZones } from '../../../../libs/platform/clock/zoned-time.js';
import { Button, ButtonLink } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { CheckboxGroup, Select, TextArea, TextField } from '../../components/fields.js';
import { ButtonRow, Form, type FormError } from '../../components/form.js';
import { FormRowList } from '../../components/form-row-list.js';
import { LinkPicker, type OfferedLink } from '../../components/link-picker.js';
import { LANGUAGE_OPTIONS } from '../../components/links.js';
import { NumberField } from '../../components/number-field.js';
import { Page, PageHead } from '../../components/page.js';
import { SavedMeanwhile } from '../../components/saved-meanwhile.js';
import { useText } from '../../components/text.js';
import { Trail } from '../../components/trail.js';
import type { SavedPart } from '../../rendering/saved-meanwhile.js';
import type { SessionFormValues, SessionPicker, SessionTextField } from './session-form-input.js';

export interface SessionFormPageProps {
  /** The session that is edited; null for a new one. */
  edited: { title: string; url: string } | null;
  action: string;
  csrf: string;
  values: SessionFormValues;
  offered: Record<SessionPicker, OfferedLink[]>;
  errors: FormError[];
  fields: Record<string, string>;
  /** Where another version that was saved meanwhile says something else. */
  saved?: SavedPart[];
}

export function SessionFormPage(props: SessionFormPageProps) {
  const { edited, action, csrf, values, errors } = props;
  const { t } = useText();
  const title = edited ? t('sessions.edit-title') : t('sessions.new-title');
  return (
    <Page width="text">
      <Trail
        links={[
          { label: t('sessions.title'), href: '/sessions' },
          ...(edited ? [{ label: edited.title, href: edited.url }] : []),
        ]}
      />
      <PageHead title={title} lede={edited ? t('sessions.edit-lede') : t('sessions.new-lede')} />
      {props.saved && <SavedMeanwhile parts={props.saved} editHref={action} />}
      <Form
        action={action}
        csrf={csrf}
        errors={errors}
        values={{ sequence: values.texts.sequence, clientKey: values.texts.clientKey }}
        enter="save"
        looks
      >
        <WhatFor {...props} />
        <When {...props} />
        <Agenda {...props} />
        <Where {...props} />
        <ButtonRow>
          <Button name="do" value="save">
            {edited ? t('sessions.save') : t('sessions.propose')}
          </Button>
          <ButtonLink href={edited?.url ?? '/sessions'} variant="plain">
            {t('ui.cancel')}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Page>
  );
}

function fieldOf({ values, fields }: SessionFormPageProps, name: SessionTextField) {
  return { name, value: values.texts[name], error: fields[name] };
}

function WhatFor(props: SessionFormPageProps) {
  const { t } = useText();
  const { values, offered, fields, action } = props;
  return (
    <Card title={t('sessions.what-for')}>
      <div class="form">
        <TextField {...fieldOf(props, 'title')} label={t('sessions.name')} maxLength={160} />
        <TextArea
          {...fieldOf(props, 'purpose')}
          label={t('sessions.purpose')}
          hint={t('sessions.purpose-hint')}
          rows={6}
          maxLength={4000}
        />
        <Select
          {...fieldOf(props, 'format')}
          label={t('sessions.format')}
          options={SESSION_FORMATS.map((value) => ({ value, label: t(`sessions.format-${value}`) }))}
        />
        <LinkPicker
          name="about"
          label={t('sessions.about')}
          hint={t('sessions.about-hint')}
          error={fields.about}
          links={values.links.about}
          offered={offered.about}
          action={action}
        />
        <LinkPicker
          name="facilitators"
          label={t('sessions.facilitators')}
          hint={t('sessions.facilitators-hint')}
          error={fields.facilitators}
          links={values.links.facilitators}
          offered={offered.facilitators}
          action={action}
        />
      </div>
    </Card>
  );
}

function When(props: SessionFormPageProps) {
  const { t } = useText();
  return (
    <Card title={t('sessions.when')}>
      <div class="form">
        <TextField
          {...fieldOf(props, 'timeZone')}
          label={t('sessions.time-zone')}
          hint={t('sessions.time-zone-hint')}
          list="time-zones"
          timeZone
          maxLength={64}
          autocomplete="off"
        />
        <datalist id="time-zones">
          {timeZones().map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
        <div class="field-row">
          <TextField {...fieldOf(props, 'startsAt')} label={t('sessions.starts')} type="datetime-local" />
          <TextField {...fieldOf(props, 'endsAt')} label={t('sessions.ends')} type="datetime-local" />
        </div>
        <NumberField
          {...fieldOf(props, 'places')}
          label={t('sessions.places')}
          hint={t('sessions.places-hint')}
          kind="whole"
          optional
        />
        <div class="field-row">
          <TextField
            {...fieldOf(props, 'registrationOpensAt')}
            label={t('sessions.registration-opens')}
            type="datetime-local"
            optional
          />
          <TextField
            {...fieldOf(props, 'registrationClosesAt')}
            label={t('sessions.registration-closes')}
            type="datetime-local"
            optional
          />
        </div>
      </div>
    </Card>
  );
}

function Agenda({ values, fields, action }: SessionFormPageProps) {
  const { t } = useText();
  return (
    <Card title={t('sessions.agenda')} id="agenda">
      <p class="field-hint">{t('sessions.agenda-hint')}</p>
      {fields.agenda && <p class="field-error">{fields.agenda}</p>}
      <FormRowList
        list="agenda"
        rows={values.rows.agenda}
        errors={fields}
        action={action}
        legend={(number) => t('sessions.step-numbered', { number })}
        more={t('sessions.add-steps')}
        draw={(field) => (
          <>
            <div class="field-row">
              <TextField
                {...field('title')}
                label={t('sessions.step-title')}
                maxLength={160}
                optional
                unmarked
              />
              <NumberField
                {...field('minutes')}
                label={t('sessions.step-minutes')}
                kind="whole"
                plain
                optional
                unmarked
              />
            </div>
            <TextArea
              {...field('prompt')}
              label={t('sessions.step-prompt')}
              rows={2}
              maxLength={1000}
              optional
              unmarked
            />
          </>
        )}
      />
    </Card>
  );
}

function Where(props: SessionFormPageProps) {
  const { t } = useText();
  const { values, fields, action } = props;
  return (
    <Card title={t('sessions.where')}>
      <div class="form">
        <CheckboxGroup
          name="languages"
          label={t('sessions.languages')}
          options={LANGUAGE_OPTIONS}
          values={values.languages}
          error={fields.languages}
          columns
        />
        <TextField
          {...fieldOf(props, 'otherLanguages')}
          label={t('sessions.other-languages')}
          hint={t('sessions.other-languages-hint')}
          maxLength={100}
          optional
        />
        <TextField
          {...fieldOf(props, 'meetingLink')}
          label={t('sessions.meeting-link')}
          hint={t('sessions.meeting-link-hint')}
          type="url"
          maxLength={1000}
          optional
        />
        <FormRowList
          list="interpretationLinks"
          rows={values.rows.interpretationLinks}
          errors={fields}
          action={action}
          legend={(number) => t('sessions.interpretation-numbered', { number })}
          more={t('sessions.add-interpretation')}
          draw={(field) => (
            <div class="field-row">
              <TextField
                {...field('language')}
                label={t('sessions.interpretation-language')}
                maxLength={20}
                optional
                unmarked
              />
              <TextField
                {...field('url')}
                label={t('sessions.interpretation-link')}
                type="url"
                maxLength={1000}
                optional
                unmarked
              />
            </div>
          )}
        />
      </div>
    </Card>
  );
}
