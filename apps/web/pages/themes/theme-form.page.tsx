import { Button, ButtonLink, PostButton } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { CheckboxGroup, type ChoiceOption, Select, TextField } from '../../components/fields.js';
import { ButtonRow, Form } from '../../components/form.js';
import { LANGUAGES } from '../../components/links.js';
import { Page, PageHead } from '../../components/page.js';
import { SavedMeanwhile } from '../../components/saved-meanwhile.js';
import { useText } from '../../components/text.js';
import { Trail } from '../../components/trail.js';
import type { FormErrors } from '../../rendering/form-errors.js';
import type { SavedPart } from '../../rendering/saved-meanwhile.js';

/** What stands in the form of a theme. */
export interface ThemeFormValues {
  /** By language. */
  names: Record<string, string>;
  parent: string;
  sdgs: string[];
  /** Of a new one. */
  clientKey: string;
  /** The version that was edited; empty for a new one. */
  version: string;
}

interface ThemeFormPageProps {
  /** The theme that is changed; null for a new one. */
  theme: { name: string; url: string } | null;
  csrf: string;
  values: ThemeFormValues;
  parents: ChoiceOption[];
  sdgs: ChoiceOption[];
  refusal?: FormErrors;
  /** Where another version that was saved meanwhile says something else. */
  saved?: SavedPart[];
}

export function ThemeFormPage({ theme, csrf, values, parents, sdgs, refusal, saved }: ThemeFormPageProps) {
  const { t } = useText();
  const errors = refusal?.fields ?? {};
  return (
    <Page width="text">
      <Trail
        links={[
          { label: t('ui.nav-themes'), href: '/themes' },
          ...(theme ? [{ label: theme.name, href: theme.url }] : []),
        ]}
      />
      <PageHead title={theme ? t('atlas.edit-theme') : t('atlas.add-theme')} />
      {saved && theme && <SavedMeanwhile parts={saved} editHref={`${theme.url}/edit`} />}
      <Form
        action={theme ? `${theme.url}/edit` : '/themes/new'}
        csrf={csrf}
        values={theme ? { version: values.version } : { clientKey: values.clientKey }}
        errors={refusal?.summary}
        drafts
      >
        <Card title={t('atlas.names')}>
          <div class="form-section">
            {LANGUAGES.map(({ code, name }) => (
              <TextField
                key={code}
                name={`names.${code}`}
                label={name}
                value={values.names[code]}
                error={errors[`names.${code}`] ?? (code === 'en' ? errors.code : undefined)}
                maxLength={120}
                optional={code !== 'en'}
              />
            ))}
          </div>
        </Card>
        <Select
          name="parent"
          label={t('atlas.broader')}
          hint={t('atlas.broader-hint')}
          placeholder={t('atlas.at-the-top')}
          options={parents}
          value={values.parent}
          error={errors.parent}
          optional
        />
        <CheckboxGroup
          name="sdgs"
          label={t('atlas.serves')}
          options={sdgs}
          values={values.sdgs}
          columns
          optional
        />
        <ButtonRow>
          <Button>{t('atlas.save')}</Button>
          <ButtonLink href={theme?.url ?? '/themes'} variant="plain">
            {t('ui.cancel')}
          </ButtonLink>
        </ButtonRow>
      </Form>
      {theme && (
        <Card title={t('atlas.remove-theme')}>
          <p>{t('atlas.remove-hint')}</p>
          <PostButton action={`${theme.url}/remove`} csrf={csrf} variant="danger">
            {t('atlas.remove-theme')}
          </PostButton>
        </Card>
      )}
    </Page>
  );
}
