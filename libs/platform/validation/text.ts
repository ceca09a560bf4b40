import { z } from 'zod';

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** Text as it is kept: composed (NFC), well-formed, without control and direction-override characters. */
export function cleanText(value: string): string {
  return value.toWellFormed().replace(/\r\n?/g, '\n').replace(CONTROL, '').normalize('NFC').trim();
}

/** One line of text. Lengths are counted in UTF-16 units after cleaning. */
export function line(min: number, max: number) {
  return z
    .string()
    .max(max * 4)
    .transform((value) => cleanText(value).replace(/\s+/g, ' '))
    .pipe(z.string().min(min).max(max));
}

/** A longer text, with line breaks. */
export function prose(min: number, max: number) {
  return z
    .string()
    .max(max * 2)
    .transform(cleanText)
    .pipe(z.string().min(min).max(max));
}
