import { type ChoiceOption, Select, TextField } from '../../components/fields.js';
import { LANGUAGE_OPTIONS } from '../../components/links.js';
import { useText } from '../../components/text.js';
import type { FormErrors } from '../../rendering/form-errors.js';

interface AccountFieldProps {
  value: string;
  errors?: FormErrors;
}

/** Fields that registering and the settings share. */
export function NameField({ value, errors }: AccountFieldProps) {
  const { t } = useText();
  return (
    <TextField
      name="name"
      label={t('account.name')}
      hint={t('account.name-hint')}
      value={value}
      autocomplete="name"
      maxLength={80}
      error={errors?.fields.name}
    />
  );
}

export function CountryField({
  value,
  errors,
  countries,
}: AccountFieldProps & { countries: ChoiceOption[] }) {
  const { t } = useText();
  return (
    <Select
      name="country"
      label={t('account.country')}
      options={countries}
      value={value}
      placeholder={t('account.no-country')}
      error={errors?.fields.country}
      optional
    />
  );
}

export function LanguageField({
  value,
  errors,
  ...words
}: AccountFieldProps & { label: string; hint?: string }) {
  return (
    <Select name="locale" {...words} options={LANGUAGE_OPTIONS} value={value} error={errors?.fields.locale} />
  );
}

interface PasswordFieldProps {
  name?: string;
  label: string;
  errors?: FormErrors;
}

export function PasswordField({ name = 'password', label, errors }: PasswordFieldProps) {
  return (
    <TextField
      name={name}
      type="password"
      label={label}
      autocomplete="current-password"
      error={errors?.fields[name]}
    />
  );
}

/** A password being chosen. */
export function NewPasswordField(props: PasswordFieldProps & { shortestPassword: number }) {
  const { name = 'password', label, errors } = props;
  const { t } = useText();
  return (
    <TextField
      name={name}
      type="password"
      label={label}
      hint={t('account.password-hint', { minimum: props.shortestPassword })}
      autocomplete="new-password"
      maxLength={128}
      error={errors?.fields[name]}
    />
  );
}
