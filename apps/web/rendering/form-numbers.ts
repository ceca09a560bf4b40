import type { FieldError } from '../../../libs/platform/errors/domain-error.js';
import type { Locale } from '../../../libs/platform/i18n/locales.js';
import { type DayReading, readDay, readLocalTime } from '../../../libs/platform/i18n/read-day.js';
import { type NumberKind, readNumber, writeNumber } from '../../../libs/platform/i18n/read-number.js';

const EXAMPLE = 1_500_000.5;

/** Reads the numbers and days of one form by the language of its page, and collects what has to be asked back. */
export class FormNumbers {
  /** For `parseInput`, under the names that the fields have in the schema. */
  readonly faults: FieldError[] = [];

  constructor(private readonly locale: Locale) {}

  /** Null for an empty field; undefined for what is asked back. */
  read(field: string, typed: string, kind: NumberKind): number | null | undefined {
    const reading = readNumber(typed, this.locale, kind);
    if (reading.kind === 'value') return reading.value;
    if (reading.kind === 'empty') return null;
    if (reading.kind === 'ambiguous') {
      this.askBack(
        field,
        reading.readings.map((value) => writeNumber(value, this.locale)),
      );
    } else {
      const data = { example: writeNumber(kind === 'whole' ? Math.floor(EXAMPLE) : EXAMPLE, this.locale) };
      this.faults.push({ field, code: `field/${reading.reason}`, data });
    }
    return undefined;
  }

  /** `YYYY-MM-DD`; what is no day comes back as typed, for the schema to refuse. Undefined for what is asked back. */
  readDay(field: string, typed: string): string | undefined {
    return this.day(field, typed, readDay(typed, this.locale));
  }

  /** `YYYY-MM-DDTHH:mm`; otherwise as {@link readDay}. */
  readLocalTime(field: string, typed: string): string | undefined {
    return this.day(field, typed, readLocalTime(typed, this.locale));
  }

  private day(field: string, typed: string, reading: DayReading): string | undefined {
    if (reading.kind === 'day') return reading.day;
    if (reading.kind !== 'ambiguous') return typed.trim();
    this.askBack(field, reading.readings);
    return undefined;
  }

  private askBack(field: string, readings: string[]): void {
    const list = new Intl.ListFormat(this.locale, { type: 'disjunction' }).format(readings);
    this.faults.push({ field, code: 'field/ambiguous', data: { readings: list } });
  }
}
