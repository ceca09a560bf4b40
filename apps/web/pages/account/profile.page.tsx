import { Button, PostButton } from '../../components/button.js';
import { type ChoiceOption, Select, TextArea, TextField } from '../../components/fields.js';
import { ButtonRow, Form } from '../../components/form.js';
import { LANGUAGES } from '../../components/links.js';
import { Notice } from '../../components/states.js';
import { useText } from '../../components/text.js';
import type { FormErrors } from '../../rendering/form-errors.js';
import { SettingsFrame } from './settings-frame.js';

export interface ProfileValues {
  name: string;
  locale: string;
  country: string;
  organisation: string;
  bio: string;
}

export interface ProfilePageProps {
  csrf: string;
  values: ProfileValues;
  countries: ChoiceOption[];
  email: string;
  isVerified: boolean;
  publicHref: string;
  /** What was just done. */
  done?: 'saved' | 'mail-sent';
  errors?: FormErrors;
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
      <Form action="/settings" csrf={csrf} errors={errors?.summary}>
        <TextField
          name="name"
          label={t('account.name')}
          hint={t('account.name-hint')}
          value={values.name}
          autocomplete="name"
          maxLength={80}
          error={errors?.fields.name}
        />
        <Select
          name="country"
          label={t('account.country')}
          options={props.countries}
          value={values.country}
          placeholder={t('account.no-country')}
          error={errors?.fields.country}
          optional
        />
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
        <Select
          name="locale"
          label={t('account.locale')}
          hint={t('account.locale-hint')}
          options={LANGUAGES.map(({ code, name }) => ({ value: code, label: name }))}
          value={values.locale}
          error={errors?.fields.locale}
        />
        <ButtonRow>
          <Button>{t('account.save')}</Button>
          <a href={props.publicHref}>{t('account.see-public')}</a>
        </ButtonRow>
      </Form>
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
