import type { ComponentChildren } from 'preact';
import { useFieldLabel } from './field-labels.js';
import { useText } from './text.js';

/** What every field of a form has. */
export interface FieldProps {
  name: string;
  /** The name, unless a page holds several forms alike. */
  id?: string;
  label: string;
  hint?: string;
  error?: string;
  /** Optional fields say so; required is the rule. */
  optional?: boolean;
  /** Optional without saying so: fields of a row that may be left empty as a whole. */
  unmarked?: boolean;
}

/** Hint and error are found from the id of the field, which is its name by default. */
export function describedBy({ name, id = name, hint, error }: Omit<FieldProps, 'label'>): string | undefined {
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

function aria(props: FieldProps) {
  return {
    'aria-describedby': describedBy(props),
    'aria-invalid': props.error ? ('true' as const) : undefined,
  };
}

function Optional() {
  const { t } = useText();
  return <span class="field-optional"> {t('ui.optional')}</span>;
}

export function HintAndError({ name, id = name, hint, error }: Omit<FieldProps, 'label'>) {
  const { t } = useText();
  return (
    <>
      {hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="field-error" id={`${id}-error`}>
          <span class="visually-hidden">{t('ui.error')} </span>
          {error}
        </p>
      )}
    </>
  );
}

export function Field({ children, ...props }: FieldProps & { children: ComponentChildren }) {
  useFieldLabel(props.id ?? props.name, props.label);
  return (
    <div class={props.error ? 'field invalid' : 'field'}>
      <label for={props.id ?? props.name}>
        {props.label}
        {props.optional && !props.unmarked && <Optional />}
      </label>
      <HintAndError {...props} />
      {children}
    </div>
  );
}

export interface TextFieldProps extends FieldProps {
  value?: string;
  type?: 'text' | 'email' | 'password' | 'url' | 'date' | 'datetime-local' | 'search';
  /** An HTML autofill name, such as `email` or `new-password`. */
  autocomplete?: string;
  placeholder?: string;
  maxLength?: number;
  minLength?: number;
  /** Narrow for years and codes. */
  short?: boolean;
  /** Id of a `datalist` with suggestions. */
  list?: string;
  /** An island fills in the zone of the reader's clock where it is empty. */
  timeZone?: boolean;
}

export function TextField(props: TextFieldProps) {
  const type = shownType(props);
  // The types of JSX know each kind of input apart, but not one chosen by a variable.
  const kind = { type } as { type: 'text' };
  return (
    <Field {...props}>
      <input
        id={props.id ?? props.name}
        name={props.name}
        {...kind}
        value={props.value}
        class={props.short ? 'short' : undefined}
        required={!props.optional}
        autocomplete={props.autocomplete}
        placeholder={props.placeholder}
        maxLength={props.maxLength}
        minLength={props.minLength}
        list={props.list}
        data-time-zone={props.timeZone}
        dir={type === 'email' || type === 'url' ? 'ltr' : 'auto'}
        {...aria(props)}
      />
    </Field>
  );
}

/** A calendar shows nothing of what it cannot read: what was typed without one comes back as text. */
function shownType({ type = 'text', value = '' }: TextFieldProps): NonNullable<TextFieldProps['type']> {
  const isOfCalendar = type === 'date' || type === 'datetime-local';
  return isOfCalendar && value !== '' && !/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?$/.test(value)
    ? 'text'
    : type;
}

export interface TextAreaProps extends FieldProps {
  value?: string;
  rows?: number;
  maxLength?: number;
  placeholder?: string;
}

export function TextArea(props: TextAreaProps) {
  return (
    <Field {...props}>
      <textarea
        id={props.id ?? props.name}
        name={props.name}
        rows={props.rows ?? 4}
        value={props.value ?? ''}
        required={!props.optional}
        maxLength={props.maxLength}
        placeholder={props.placeholder}
        dir="auto"
        {...aria(props)}
      />
    </Field>
  );
}

export interface ChoiceOption {
  value: string;
  label: string;
  hint?: string;
}

export interface SelectProps extends FieldProps {
  options: ChoiceOption[];
  value?: string;
  /** First entry with no value, for example `Choose a country`. */
  placeholder?: string;
}

export function Select(props: SelectProps) {
  return (
    <Field {...props}>
      <select id={props.id ?? props.name} name={props.name} required={!props.optional} {...aria(props)}>
        {props.placeholder !== undefined && (
          <option value="" selected={!props.value}>
            {props.placeholder}
          </option>
        )}
        {props.options.map(({ value, label }) => (
          <option key={value} value={value} selected={value === props.value}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  );
}

export interface CheckboxGroupProps extends FieldProps {
  options: ChoiceOption[];
  /** Values that are ticked. */
  values?: string[];
  /** Side by side where there is room, for many short options. */
  columns?: boolean;
}

export function CheckboxGroup(props: CheckboxGroupProps) {
  return <ChoiceGroup {...props} type="checkbox" />;
}

export interface RadioGroupProps extends FieldProps {
  options: ChoiceOption[];
  value?: string;
  columns?: boolean;
}

export function RadioGroup({ value, ...props }: RadioGroupProps) {
  return <ChoiceGroup {...props} values={value === undefined ? [] : [value]} type="radio" />;
}

function ChoiceGroup(props: CheckboxGroupProps & { type: 'checkbox' | 'radio' }) {
  useFieldLabel(props.id ?? props.name, props.label);
  return (
    <fieldset class={props.error ? 'field invalid' : 'field'} aria-describedby={describedBy(props)}>
      <legend>
        {props.label}
        {props.optional && !props.unmarked && <Optional />}
      </legend>
      <HintAndError {...props} />
      <div class={props.columns ? 'choices columns' : 'choices'}>
        {props.options.map((option, index) => (
          <label key={option.value} class="choice">
            <input
              id={index === 0 ? (props.id ?? props.name) : undefined}
              type={props.type}
              name={props.name}
              value={option.value}
              checked={props.values?.includes(option.value)}
              required={props.type === 'radio' && !props.optional}
            />
            <span>
              {option.label}
              {option.hint && <small>{option.hint}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** One box to tick, for a yes or no. */
export function Checkbox(props: FieldProps & { checked?: boolean; value?: string }) {
  return (
    <div class={props.error ? 'field invalid' : 'field'}>
      <label class="choice">
        <input
          id={props.id ?? props.name}
          type="checkbox"
          name={props.name}
          value={props.value ?? 'yes'}
          checked={props.checked}
          required={!props.optional}
          {...aria(props)}
        />
        <span>{props.label}</span>
      </label>
      <HintAndError {...props} />
    </div>
  );
}
