import { readNumber, sayNumber } from '../../../libs/platform/i18n/read-number.js';
import { fill } from './reader-wishes.js';

/** Says beside a number how it is understood while it is written, or asks which of its readings is meant. */
export function tellNumbers(): void {
  document.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLInputElement && target.dataset.number) tell(target);
  });
  for (const field of document.querySelectorAll<HTMLInputElement>('input[data-number]')) tell(field);
}

function tell(field: HTMLInputElement): void {
  const output = document.getElementById(`${field.id}-understood`);
  if (!output) return;
  const { lang } = document.documentElement;
  const { number, plain } = field.dataset;
  const reading = readNumber(field.value, lang, number === 'whole' ? 'whole' : 'amount');
  const isAsked = reading.kind === 'ambiguous';
  output.classList.toggle('asked', isAsked);
  if (isAsked) {
    const readings = reading.readings.map((value) => sayNumber(value, lang)).join(' / ');
    output.textContent = fill(output.dataset.asked, { readings });
    return;
  }
  const understood = reading.kind === 'value' ? sayNumber(reading.value, lang, plain === undefined) : '';
  const isClear = understood === '' || understood === field.value.trim();
  output.textContent = isClear ? '' : fill(output.dataset.understood, { number: understood });
}
