import type { ComponentChildren } from 'preact';
import { shownEmail } from '../../../../libs/identity/index.js';
import { Button } from '../../components/button.js';
import { type ChoiceOption, TextField } from '../../components/fields.js';
import { ButtonRow, Form } from '../../components/form.js';
import { Page, PageHead } from '../../components/page.js';
import { Notice } from '../../components/states.js';
import { useText } from '../../components/text.js';
import { withBack } from '../../rendering/back-path.js';
import type { FormErrors } from '../../rendering/form-errors.js';
import { KEPT_FIELD, type KeptForm, writeKeptForm } from '../../rendering/kept-form.js';
import { CountryField, LanguageField, NameField, NewPasswordField, PasswordField } from './account-fields.js';

interface EntryProps {
  csrf: string;
  /** Where to go on afterwards: a path of this site. */
  back: string;
  errors?: FormErrors;
}

export function RegisterPage(
  props: EntryProps & {
    clientKey: string;
    name: string;
    email: string;
    locale: string;
    country: string;
    countries: ChoiceOption[];
    shortestPassword: number;
  },
) {
  const { t } = useText();
  const { errors, back } = props;
  return (
    <Page width="text">
      <PageHead title={t('account.register-title')} lede={t('account.register-lede')} />
      <EntrySheet
        action="/register"
        {...props}
        values={{ clientKey: props.clientKey }}
        footer={
          <>
            {t('account.have-account')} <a href={withBack('/sign-in', back)}>{t('ui.sign-in')}</a>
          </>
        }
      >
        <NameField value={props.name} errors={errors} />
        <EmailField value={props.email} hint={t('account.email-hint')} error={errors?.fields.email} />
        <NewPasswordField
          label={t('account.password')}
          shortestPassword={props.shortestPassword}
          errors={errors}
        />
        <LanguageField label={t('ui.language')} value={props.locale} errors={errors} />
        <CountryField value={props.country} countries={props.countries} errors={errors} />
        <ButtonRow>
          <Button>{t('ui.register')}</Button>
        </ButtonRow>
        <p class="soft">{t('account.register-note')}</p>
      </EntrySheet>
    </Page>
  );
}

export function SignInPage(
  props: EntryProps & {
    email: string;
    wasReset?: boolean;
    /** What was written before the session ended; it comes along. */
    kept?: KeptForm | null;
  },
) {
  const { t } = useText();
  const { errors, back, kept } = props;
  return (
    <Page width="text">
      <PageHead
        title={t('account.sign-in-title')}
        lede={props.wasReset ? t('account.reset-done') : undefined}
      />
      {kept && (
        <Notice tone="warning" title={t('ui.kept-signed-out')} announce>
          <p>{t('ui.kept-sign-in')}</p>
        </Notice>
      )}
      <EntrySheet
        action="/sign-in"
        {...props}
        values={kept ? { [KEPT_FIELD]: writeKeptForm(kept) } : undefined}
        footer={
          <>
            {t('account.no-account')} <a href={withBack('/register', back)}>{t('account.register-title')}</a>
          </>
        }
      >
        <EmailField value={props.email} error={errors?.fields.email} />
        <PasswordField label={t('account.password')} errors={errors} />
        <ButtonRow>
          <Button>{t('ui.sign-in')}</Button>
          <a href="/forgot">{t('account.forgot')}</a>
        </ButtonRow>
      </EntrySheet>
    </Page>
  );
}

export function ForgotPage({
  csrf,
  email,
  errors,
  sent,
}: Omit<EntryProps, 'back'> & { email: string; sent: boolean }) {
  const { t } = useText();
  if (sent) {
    return (
      <Page width="text">
        <PageHead title={t('account.forgot-sent-title')} lede={t('account.forgot-sent-text')} />
        <p>
          <a href="/sign-in">{t('account.back-to-sign-in')}</a>
        </p>
      </Page>
    );
  }
  return (
    <Page width="text">
      <PageHead title={t('account.forgot-title')} lede={t('account.forgot-lede')} />
      <EntrySheet
        action="/forgot"
        csrf={csrf}
        errors={errors}
        footer={<a href="/sign-in">{t('account.back-to-sign-in')}</a>}
      >
        <EmailField value={email} error={errors?.fields.email} />
        <ButtonRow>
          <Button>{t('account.send-link')}</Button>
        </ButtonRow>
      </EntrySheet>
    </Page>
  );
}

export function ResetPage(props: Omit<EntryProps, 'back'> & { token: string; shortestPassword: number }) {
  const { csrf, token, errors } = props;
  const { t } = useText();
  return (
    <Page width="text">
      <PageHead title={t('account.reset-title')} lede={t('account.reset-lede')} />
      <EntrySheet
        action="/reset"
        csrf={csrf}
        errors={errors}
        values={{ token }}
        footer={<a href="/forgot">{t('account.ask-new-link')}</a>}
      >
        <NewPasswordField
          label={t('account.new-password')}
          shortestPassword={props.shortestPassword}
          errors={errors}
        />
        <ButtonRow>
          <Button>{t('account.set-password')}</Button>
        </ButtonRow>
      </EntrySheet>
    </Page>
  );
}

interface EntrySheetProps {
  action: string;
  csrf: string;
  back?: string;
  values?: Record<string, string>;
  errors?: FormErrors;
  /** The other way in. */
  footer: ComponentChildren;
  children: ComponentChildren;
}

/** A form on a sheet of its own, with the other way below. */
function EntrySheet({ action, csrf, back, values, errors, footer, children }: EntrySheetProps) {
  return (
    <div class="card entry">
      <Form
        action={action}
        csrf={csrf}
        values={{ ...values, ...(back ? { back } : {}) }}
        errors={errors?.summary}
      >
        {children}
      </Form>
      <p class="entry-foot">{footer}</p>
    </div>
  );
}

function EmailField({ value, hint, error }: { value: string; hint?: string; error?: string }) {
  const { t } = useText();
  return (
    <TextField
      name="email"
      type="email"
      label={t('account.email')}
      hint={hint}
      value={shownEmail(value)}
      autocomplete="username"
      maxLength={254}
      error={error}
    />
  );
}
