import type { ComponentChildren } from 'preact';
import { Checkbox, Select, TextField } from '../../components/fields.js';
import { type FormRow, FormRowList, type RowField } from '../../components/form-row-list.js';
import { useText } from '../../components/text.js';
import type { RowList } from './case-form-input.js';
import type { CaseChoices, FormPartProps } from './case-form-sections.js';

interface RowsProps extends FormPartProps {
  choices: CaseChoices;
}

interface RowProps {
  row: FormRow;
  field: RowField;
  choices: CaseChoices;
}

function Rows({
  list,
  draw: Row,
  ...props
}: RowsProps & {
  list: RowList;
  legend: (number: string) => string;
  more: string;
  draw: (props: RowProps) => ComponentChildren;
}) {
  const { values, choices, ...rest } = props;
  return (
    <FormRowList
      {...rest}
      list={list}
      rows={values.rows[list]}
      draw={(field, row) => <Row field={field} row={row} choices={choices} />}
    />
  );
}

export function CountryRows(props: RowsProps) {
  const { t } = useText();
  return (
    <Rows
      {...props}
      list="countries"
      legend={(number) => t('cases.country-numbered', { number })}
      more={t('cases.add-countries')}
      draw={CountryRow}
    />
  );
}

function CountryRow({ field, choices, row }: RowProps) {
  const { t } = useText();
  const role = field('role');
  return (
    <div class="field-row">
      <Select
        {...field('country')}
        label={t('cases.country')}
        placeholder={t('cases.choose-country')}
        options={choices.countries}
        optional
        unmarked
      />
      <Select
        {...role}
        value={row.role || 'location'}
        label={t('cases.role')}
        options={choices.countryRoles}
        optional
        unmarked
      />
    </div>
  );
}

export function ActorRows(props: RowsProps) {
  const { t } = useText();
  return (
    <Rows
      {...props}
      list="actors"
      legend={(number) => t('cases.actor-numbered', { number })}
      more={t('cases.add-actors')}
      draw={ActorRow}
    />
  );
}

function ActorRow({ field, choices, row }: RowProps) {
  const { t } = useText();
  const role = (
    <Select
      {...field('role')}
      value={row.role || 'partner'}
      label={t('cases.role')}
      options={choices.actorRoles}
      optional
      unmarked
    />
  );
  if (row.id)
    return (
      <div class="field-row">
        <input type="hidden" name={field('id').name} value={row.id} />
        <input type="hidden" name={field('name').name} value={row.name} />
        <p class="known-actor" dir="auto">
          {row.name}
        </p>
        {role}
        <Checkbox
          name={field('remove').name}
          label={t('cases.remove-actor')}
          checked={row.remove === 'yes'}
          optional
          unmarked
        />
      </div>
    );
  return (
    <div class="field-row">
      <TextField {...field('name')} label={t('cases.actor-name')} maxLength={200} optional unmarked />
      {role}
      <Select
        {...field('type')}
        label={t('cases.actor-type')}
        placeholder={t('cases.choose')}
        options={choices.actorTypes}
        optional
        unmarked
      />
      <Select
        {...field('country')}
        label={t('cases.actor-country')}
        placeholder={t('cases.choose')}
        options={choices.countries}
        optional
        unmarked
      />
    </div>
  );
}

export function ResultRows(props: RowsProps) {
  const { t } = useText();
  return (
    <Rows
      {...props}
      list="results"
      legend={(number) => t('cases.result-numbered', { number })}
      more={t('cases.add-results')}
      draw={ResultRow}
    />
  );
}

function ResultRow({ field, choices }: RowProps) {
  const { t } = useText();
  return (
    <div class="field-row">
      <TextField {...field('what')} label={t('cases.result-what')} maxLength={300} optional unmarked />
      <TextField {...field('value')} label={t('cases.result-value')} maxLength={300} optional unmarked />
      <TextField
        {...field('baseline')}
        label={t('cases.result-baseline')}
        maxLength={300}
        optional
        unmarked
      />
      <TextField {...field('how')} label={t('cases.result-how')} maxLength={1000} optional unmarked />
      <Select
        {...field('confidence')}
        label={t('cases.confidence')}
        placeholder={t('cases.choose')}
        options={choices.confidences}
        optional
        unmarked
      />
    </div>
  );
}

export function TargetRows(props: RowsProps) {
  const { t } = useText();
  return (
    <>
      <Rows
        {...props}
        list="targets"
        legend={(number) => t('cases.target-numbered', { number })}
        more={t('cases.add-targets')}
        draw={TargetRow}
      />
      <datalist id="target-codes">
        {props.choices.targets.map(({ value, label }) => (
          <option key={value} value={value} label={label} />
        ))}
      </datalist>
    </>
  );
}

function TargetRow({ field }: RowProps) {
  const { t } = useText();
  const { name, value, error } = field('code');
  return (
    <div class={error ? 'field invalid' : 'field'}>
      <label class="visually-hidden" for={name}>
        {t('cases.target-code')}
      </label>
      {error && (
        <p class="field-error" id={`${name}-error`}>
          {error}
        </p>
      )}
      <input
        id={name}
        name={name}
        value={value}
        list="target-codes"
        autocomplete="off"
        dir="auto"
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={error ? `${name}-error` : undefined}
      />
    </div>
  );
}
