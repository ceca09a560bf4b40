import { type NumberKind, readNumber, sayNumber } from '../../../libs/platform/i18n/read-number.js';
import { describedBy, Field, type FieldProps } from './fields.js';
import { useText } from './text.js';

interface NumberFieldProps extends FieldProps {
  /** As typed; what is kept is written by `writeNumber`. */
  value: string;
  kind: NumberKind;
  /** A year or a count of minutes needs no telling how it was understood, unless it is written in groups. */
  plain?: boolean;
}

/**
 * A number as people write it in the language of the page, never the `number` input: that one drops what it cannot
 * read. What was understood stands beside it; with scripts, while one writes.
 */
export function NumberField({ kind, plain = false, ...props }: NumberFieldProps) {
  const { t, locale } = useText();
  const id = props.id ?? props.name;
  const reading = readNumber(props.value, locale, kind);
  const understood = reading.kind === 'value' ? sayNumber(reading.value, locale, !plain) : '';
  const isClear = understood === '' || understood === props.value.trim();
  return (
    <Field {...props}>
      <input
        id={id}
        name={props.name}
        type="text"
        inputMode={kind === 'whole' ? 'numeric' : 'decimal'}
        value={props.value}
        class="short"
        required={!props.optional}
        autocomplete="off"
        dir="auto"
        data-number={kind}
        data-plain={plain ? '' : undefined}
        aria-describedby={[describedBy(props), `${id}-understood`].filter(Boolean).join(' ')}
        aria-invalid={props.error ? 'true' : undefined}
      />
      <output
        class="field-understood"
        id={`${id}-understood`}
        for={id}
        data-understood={t('ui.understood', { number: '{number}' })}
        data-asked={t('errors.field.ambiguous', { readings: '{readings}' })}
      >
        {isClear ? '' : t('ui.understood', { number: understood })}
      </output>
    </Field>
  );
}
