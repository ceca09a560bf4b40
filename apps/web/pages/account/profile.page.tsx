import { Button, PostButton } from '../../components/button.js';
import { type ChoiceOption, Select, TextArea, TextField } from '../../components/fields.js';
import { ButtonRow, Form } from '../../components/form.js';
import { SavedMeanwhile } from '../../components/saved-meanwhile.js';
import { Notice } from '../../components/states.js';
import { useText } from '../../components/text.js';
import type { FormErrors } from '../../rendering/form-errors.js';
import type { SavedPart } from '../../rendering/saved-meanwhile.js';
import { CountryField, LanguageField, NameField } from './account-fields.js';
import { type AtlasLinkProps, OrganisationLink } from './organisation-link.js';
import { SettingsFrame } from './settings-frame.js';

export interface ProfileValues {
  name: string;
  locale: string;
  country: string;
  organisation: string;
  /** Code of an actor type; empty for none. */
  organisationType: string;
  bio: string;
  /** Of the profile that was edited. */
  version: string;
}

export interface ProfilePageProps extends AtlasLinkProps {
  values: ProfileValues;
  countries: ChoiceOption[];
  organisationTypes: ChoiceOption[];
  /** The atlas knows the kind of the organisation that they are linked to. */
  isTypeKnown: boolean;
  email: string;
  isVerified: boolean;
  publicHref: string;
  /** What was just done. */
  done?: 'saved' | 'mail-sent';
  errors?: FormErrors;
  /** Where another version that was saved meanwhile says something else. */
  saved?: SavedPart[];
}

export function ProfilePage(props: ProfilePageProps) {
  const { t } = useText();
  const { values, errors, csrf } = props;
  return (
    <SettingsFrame part="profile">
      {props.done && (
        <Notice tone="success" announce>
          {t(`account.${props.done}`)}
        </Notice>
      )}
      {!props.isVerified && props.done !== 'mail-sent' && (
        <UnverifiedNotice email={props.email} csrf={csrf} />
      )}
      {props.saved && <SavedMeanwhile parts={props.saved} editHref="/settings" />}
      <Form
        action="/settings"
        csrf={csrf}
        values={{ version: values.version }}
        errors={errors?.summary}
        drafts
      >
        <NameField value={values.name} errors={errors} />
        <CountryField value={values.country} countries={props.countries} errors={errors} />
        <TextField
          name="organisation"
          label={t('account.organisation')}
          hint={t('account.organisation-hint')}
          value={values.organisation}
          autocomplete="organization"
          maxLength={120}
          error={errors?.fields.organisation}
          optional
        />
        <Select
          name="organisationType"
          label={t('account.organisation-type')}
          hint={
            props.isTypeKnown && props.worksFor
              ? t('account.organisation-type-known', { name: props.worksFor.title })
              : t('account.organisation-type-hint')
          }
          options={props.organisationTypes}
          value={values.organisationType}
          placeholder={t('account.no-country')}
          error={errors?.fields.organisationType}
          optional
        />
        <TextArea
          name="bio"
          label={t('account.bio')}
          hint={t('account.bio-hint')}
          value={values.bio}
          rows={5}
          maxLength={2000}
          error={errors?.fields.bio}
          optional
        />
        <LanguageField
          label={t('account.locale')}
          hint={t('account.locale-hint')}
          value={values.locale}
          errors={errors}
        />
        <ButtonRow>
          <Button>{t('account.save')}</Button>
          <a href={props.publicHref}>{t('account.see-public')}</a>
        </ButtonRow>
      </Form>
      <OrganisationLink {...props} />
    </SettingsFrame>
  );
}

function UnverifiedNotice({ email, csrf }: { email: string; csrf: string }) {
  const { t } = useText();
  return (
    <Notice tone="warning" title={t('account.unverified')}>
      <p>{t('account.unverified-text', { email })}</p>
      <PostButton action="/settings/verification" csrf={csrf} variant="quiet">
        {t('account.send-again')}
      </PostButton>
    </Notice>
  );
}
