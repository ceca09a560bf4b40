import { CASE_LIMITS } from '../../../../libs/cases/index.js';
import { Button, ButtonLink } from '../../components/button.js';
import { Select, TextField } from '../../components/fields.js';
import { ButtonRow, Form, type FormError } from '../../components/form.js';
import { Page, PageHead } from '../../components/page.js';
import { SavedMeanwhile } from '../../components/saved-meanwhile.js';
import { useText } from '../../components/text.js';
import { Trail } from '../../components/trail.js';
import type { SavedPart } from '../../rendering/saved-meanwhile.js';
import type { CaseFormValues } from './case-form-input.js';
import { ActorRows, CountryRows, ResultRows, TargetRows } from './case-form-rows.js';
import {
  type CaseChoices,
  EssentialsSection,
  ExperienceSection,
  FoldedSection,
  type FormPartProps,
  field,
  holdsRows,
  InputsSection,
  Section,
  StorySection,
  WhenSection,
} from './case-form-sections.js';
import { ThemePicker } from './theme-picker.js';

export interface CaseFormPageProps {
  /** The case that is edited; null for a new one. */
  edited: { title: string; url: string; isDraft: boolean } | null;
  action: string;
  csrf: string;
  values: CaseFormValues;
  choices: CaseChoices;
  errors: FormError[];
  fields: Record<string, string>;
  /** Where another version that was saved meanwhile says something else. */
  saved?: SavedPart[];
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
      {props.saved && <SavedMeanwhile parts={props.saved} editHref={action} />}
      <Form
        action={action}
        csrf={csrf}
        errors={errors}
        values={{ version: values.texts.version, clientKey: values.texts.clientKey }}
        enter="save"
        looks
      >
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
        <div class="section-head">
          <h2>{t('cases.more')}</h2>
        </div>
        <StorySection {...rows} />
        <FoldedSection
          id="actors"
          title={t('cases.actors')}
          hint={t('cases.actors-hint')}
          isOpen={holdsRows(rows, 'actors')}
        >
          <ActorRows {...rows} choices={choices} />
        </FoldedSection>
        <FoldedSection
          id="results"
          title={t('cases.results')}
          hint={t('cases.results-hint')}
          isOpen={holdsRows(rows, 'results')}
        >
          <ResultRows {...rows} choices={choices} />
        </FoldedSection>
        <FoldedSection
          id="targets"
          title={t('cases.targets')}
          hint={t('cases.targets-hint')}
          isOpen={holdsRows(rows, 'targets')}
        >
          <TargetRows {...rows} choices={choices} />
        </FoldedSection>
        <WhenSection {...rows} choices={choices} />
        <InputsSection {...rows} />
        <Closing edited={edited} rows={rows} />
      </Form>
    </Page>
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
