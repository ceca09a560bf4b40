import { type ChoiceOption, Select, TextField } from '../../components/fields.js';
import { LANGUAGES } from '../../components/links.js';
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
    <Select
      name="locale"
      {...words}
      options={LANGUAGES.map(({ code, name }) => ({ value: code, label: name }))}
      value={value}
      error={errors?.fields.locale}
    />
  );
}
