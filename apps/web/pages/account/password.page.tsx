import { Button } from '../../components/button.js';
import { CheckboxGroup, TextField } from '../../components/fields.js';
import { ButtonRow, Form } from '../../components/form.js';
import { Notice } from '../../components/states.js';
import { useText } from '../../components/text.js';
import type { FormErrors } from '../../rendering/form-errors.js';
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
        <TextField
          name="currentPassword"
          type="password"
          label={t('account.current-password')}
          autocomplete="current-password"
          error={errors?.fields.currentPassword}
        />
        <TextField
          name="newPassword"
          type="password"
          label={t('account.new-password')}
          hint={t('account.password-hint', { minimum: props.shortestPassword })}
          autocomplete="new-password"
          maxLength={128}
          error={errors?.fields.newPassword}
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
