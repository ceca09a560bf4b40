import { Button } from '../../components/button.js';
import { CheckboxGroup } from '../../components/fields.js';
import { ButtonRow, Form } from '../../components/form.js';
import { Notice } from '../../components/states.js';
import { useText } from '../../components/text.js';
import type { FormErrors } from '../../rendering/form-errors.js';
import { NewPasswordField, PasswordField } from './account-fields.js';
import { SettingsFrame } from './settings-frame.js';

interface PasswordPageProps {
  csrf: string;
  /** For password managers, which keep it beside the password. */
  email: string;
  done: boolean;
  endTokens: boolean;
  shortestPassword: number;
  errors?: FormErrors;
}

export function PasswordPage(props: PasswordPageProps) {
  const { csrf, email, done, endTokens, errors } = props;
  const { t } = useText();
  return (
    <SettingsFrame part="password">
      {done && (
        <Notice tone="success" announce>
          {t('account.password-changed')}
        </Notice>
      )}
      <p class="soft">{t('account.password-lede')}</p>
      <Form action="/settings/password" csrf={csrf} errors={errors?.summary}>
        <input type="text" name="username" value={email} autocomplete="username" hidden readOnly />
        <PasswordField name="currentPassword" label={t('account.current-password')} errors={errors} />
        <NewPasswordField
          name="newPassword"
          label={t('account.new-password')}
          shortestPassword={props.shortestPassword}
          errors={errors}
        />
        <CheckboxGroup
          name="endTokens"
          label={t('account.tokens')}
          options={[{ value: 'yes', label: t('account.end-tokens'), hint: t('account.end-tokens-hint') }]}
          values={endTokens ? ['yes'] : []}
          error={errors?.fields.endTokens}
        />
        <ButtonRow>
          <Button>{t('account.set-password')}</Button>
          <a href="/forgot">{t('account.forgot')}</a>
        </ButtonRow>
      </Form>
    </SettingsFrame>
  );
}
