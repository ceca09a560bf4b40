import { z } from 'zod';
import { isVisible, isVisibleMarkdown } from './visible-text.js';

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** What a text is refused with in which nothing can be seen. */
const UNSEEN = { params: { code: 'field/invisible' } };

/**
 * Text as it is kept: composed (NFC), well-formed, without control and direction-override characters. Characters that
 * cannot be seen stay where something can be: Persian, Khmer and the languages of India need them within words, and many
 * emoji are made of them. Nothing is left of a text in which nothing can be seen.
 */
export function cleanText(value: string): string {
  const text = composed(value);
  return isVisible(text) ? text : '';
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
    .transform(within(max, max * 4, (value) => kept(composed(value).replace(/\s+/g, ' '), min, isVisible)))
    .pipe(required(min, max, isVisible));
}

/** A longer text, with line breaks. */
export function prose(min: number, max: number) {
  return z
    .string()
    .transform(within(max, max * 2, (value) => kept(composed(value), min, isVisibleMarkdown)))
    .pipe(required(min, max, isVisibleMarkdown));
}

function composed(value: string): string {
  return value.toWellFormed().replace(/\r\n?/g, '\n').replace(CONTROL, '').normalize('NFC').trim();
}

/** What nobody can see says nothing where nothing need be said; elsewhere it is refused. */
function kept(text: string, min: number, isSeen: (text: string) => boolean): string {
  return min > 0 || isSeen(text) ? text : '';
}

function required(min: number, max: number, isSeen: (text: string) => boolean) {
  const text = z.string().min(min).max(max);
  return min > 0 ? text.refine((value) => value === '' || isSeen(value), UNSEEN) : text;
}
