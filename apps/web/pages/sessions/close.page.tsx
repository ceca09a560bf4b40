import { COMMITMENT_TEXT_MAX } from '../../../../libs/commitments/index.js';
import type { SessionView } from '../../../../libs/learning/index.js';
import { Button, ButtonLink } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { type ChoiceOption, Select, TextArea, TextField } from '../../components/fields.js';
import { ButtonRow, Form, type FormError } from '../../components/form.js';
import { FormRowList } from '../../components/form-row-list.js';
import { NumberField } from '../../components/number-field.js';
import { Page, PageHead } from '../../components/page.js';
import { useText } from '../../components/text.js';
import { Trail } from '../../components/trail.js';
import type { CloseFormValues } from './close-form-input.js';
import { sessionLinks } from './session-links.js';

export interface ClosePageProps {
  session: SessionView;
  csrf: string;
  values: CloseFormValues;
  /** Cases that the session is about. */
  cases: ChoiceOption[];
  /** People and organisations who may promise something. */
  owners: ChoiceOption[];
  errors: FormError[];
  fields: Record<string, string>;
}

/** What was learned and what was promised: with it, a session is closed. */
export function ClosePage(props: ClosePageProps) {
  const { session, csrf, values, errors, fields } = props;
  const { t } = useText();
  return (
    <Page width="text">
      <Trail
        links={[
          { label: t('sessions.title'), href: '/sessions' },
          { label: session.title, href: session.url },
          { label: t('sessions.room'), href: sessionLinks.room(session.id) },
        ]}
      />
      <PageHead title={t('sessions.close-session')} lede={t('sessions.close-lede')} />
      <Form action={sessionLinks.close(session.id)} csrf={csrf} errors={errors} enter="look" looks>
        <Lessons {...props} />
        <Commitments {...props} />
        <Card title={t('sessions.in-all')}>
          <div class="form">
            <TextArea
              name="summary"
              label={t('sessions.summary')}
              rows={4}
              maxLength={8000}
              value={values.summary}
              error={fields.summary}
              optional
            />
            {session.notes.length > 0 && (
              <p>
                <Button name="do" value="notes" variant="quiet" formNoValidate>
                  {t('sessions.take-notes-over')}
                </Button>
              </p>
            )}
            <NumberField
              name="headcount"
              label={t('sessions.headcount')}
              hint={t('sessions.headcount-hint')}
              kind="whole"
              value={values.headcount}
              error={fields.headcount}
              optional
            />
          </div>
        </Card>
        <ButtonRow>
          <Button name="do" value="close">
            {t('sessions.close-and-publish')}
          </Button>
          <ButtonLink href={sessionLinks.room(session.id)} variant="plain">
            {t('ui.cancel')}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Page>
  );
}

function Lessons({ session, values, cases, fields }: ClosePageProps) {
  const { t } = useText();
  return (
    <Card title={t('sessions.lessons')} id="lessons">
      <p class="field-hint">{t('sessions.lessons-hint')}</p>
      {fields.lessons && <p class="field-error">{fields.lessons}</p>}
      <FormRowList
        list="lessons"
        rows={values.rows.lessons}
        errors={fields}
        action={sessionLinks.close(session.id)}
        legend={(number) => t('sessions.lesson-numbered', { number })}
        more={t('sessions.add-lessons')}
        draw={(field) => (
          <>
            <TextArea
              {...field('text')}
              label={t('sessions.lesson')}
              rows={2}
              maxLength={2000}
              optional
              unmarked
            />
            <div class="field-row">
              {cases.length > 0 && (
                <Select
                  {...field('caseId')}
                  label={t('sessions.lesson-case')}
                  placeholder={t('sessions.no-case')}
                  options={cases}
                  optional
                  unmarked
                />
              )}
              <TextField
                {...field('otherCase')}
                error={cases.length > 0 ? undefined : field('caseId').error}
                label={t('sessions.lesson-other-case')}
                placeholder={t('sessions.address-placeholder')}
                maxLength={300}
                optional
                unmarked
              />
            </div>
          </>
        )}
      />
    </Card>
  );
}

function Commitments({ session, values, owners, fields }: ClosePageProps) {
  const { t } = useText();
  return (
    <Card title={t('sessions.commitments')} id="commitments">
      <p class="field-hint">{t('sessions.commitments-hint')}</p>
      <FormRowList
        list="commitments"
        rows={values.rows.commitments}
        errors={fields}
        action={sessionLinks.close(session.id)}
        legend={(number) => t('sessions.commitment-numbered', { number })}
        more={t('sessions.add-commitments')}
        draw={(field) => (
          <>
            <TextArea
              {...field('text')}
              label={t('sessions.commitment')}
              rows={2}
              maxLength={COMMITMENT_TEXT_MAX}
              optional
              unmarked
            />
            <div class="field-row">
              <Select
                {...field('ownerKey')}
                label={t('sessions.owner')}
                placeholder={t('sessions.choose-owner')}
                options={owners}
                optional
                unmarked
              />
              <TextField
                {...field('otherOwner')}
                label={t('sessions.other-owner')}
                placeholder={t('sessions.address-placeholder')}
                maxLength={300}
                optional
                unmarked
              />
            </div>
            <div class="field-row">
              <TextField {...field('dueOn')} label={t('sessions.due')} type="date" optional unmarked />
              <TextField {...field('reviewOn')} label={t('sessions.review')} type="date" optional unmarked />
            </div>
          </>
        )}
      />
    </Card>
  );
}
