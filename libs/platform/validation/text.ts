import { z } from 'zod';

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** Text as it is kept: composed (NFC), well-formed, without control and direction-override characters. */
export function cleanText(value: string): string {
  return value.toWellFormed().replace(/\r\n?/g, '\n').replace(CONTROL, '').normalize('NFC').trim();
}

/**
 * Refuses what is far too long before it is worked on. Cleaning may make a text shorter, so it may come longer than it
 * can be kept; whoever sends too much is told the length that counts.
 */
function within(max: number, comes: number, work: (value: string) => string) {
  return (value: string, context: z.RefinementCtx) => {
    if (value.length <= comes) return work(value);
    context.addIssue({ code: 'too_big', origin: 'string', maximum: max, inclusive: true, input: value });
    return z.NEVER;
  };
}

/** One line of text. Lengths are counted in UTF-16 units after cleaning. */
export function line(min: number, max: number) {
  return z
    .string()
    .transform(within(max, max * 4, (value) => cleanText(value).replace(/\s+/g, ' ')))
    .pipe(z.string().min(min).max(max));
}

/** A longer text, with line breaks. */
export function prose(min: number, max: number) {
  return z
    .string()
    .transform(within(max, max * 2, cleanText))
    .pipe(z.string().min(min).max(max));
}
