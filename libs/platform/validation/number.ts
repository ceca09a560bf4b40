import { z } from 'zod';

/** A whole number in JSON. Text is refused, even where it looks like one: only forms read what people typed. */
export function wholeNumber(min: number, max = Number.MAX_SAFE_INTEGER) {
  return z.number().int().min(min).max(max);
}

/** A whole number in an address, where everything is text: plain digits, nothing else. */
export function wholeNumberInAddress(min: number, max = Number.MAX_SAFE_INTEGER) {
  return z.preprocess(
    (value) => (typeof value === 'string' && /^\d{1,16}$/.test(value) ? Number(value) : value),
    wholeNumber(min, max),
  );
}

/** An amount in JSON, with two decimals at most: a hundredth is the smallest part that people report. */
export function amount(max: number) {
  return z
    .number()
    .min(0)
    .max(max)
    .refine((value) => Math.abs(Number(value.toFixed(2)) - value) === 0, {
      params: { code: 'field/too-many-decimals' },
    });
}
