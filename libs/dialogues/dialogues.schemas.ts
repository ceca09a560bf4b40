import { z } from 'zod';
import { commitmentInput } from '../commitments/index.js';
import { isCalendarDay } from '../platform/clock/calendar-day.js';
import { isTimeZone } from '../platform/clock/zoned-time.js';
import { ENTITY_KEY_PATTERN } from '../platform/entities/entity.js';
import { pageQuery } from '../platform/graph/page.js';
import { LOCALES } from '../platform/i18n/locales.js';
import { clientKey } from '../platform/receipts/client-key.js';
import { wholeNumber } from '../platform/validation/number.js';
import { line, prose } from '../platform/validation/text.js';
import { CHOICES } from './rules/choice-counts.js';
import { DIALOGUE_STATES, PHASES } from './rules/phase-at.js';
import { STATEMENT_MAX, STATEMENT_STATUSES } from './rules/statement-status.js';

/** Longest texts, in UTF-16 units. */
export const DIALOGUE_LIMITS = {
  question: 200,
  background: 20_000,
  opening: 20_000,
  statement: STATEMENT_MAX,
  reason: 300,
  outcome: 20_000,
} as const;

/** What a dialogue can be about; cases are its evidence. */
export const SUBJECT_TYPES = ['theme', 'sdg', 'target', 'country', 'actor', 'group', 'region'] as const;

export const dialogueParams = z.object({ id: z.string().max(40) });
export const statementParams = z.object({ id: z.string().max(40), sid: z.string().max(40) });

/** Empty and null both clear the text; missing means "as it was" when editing. */
function optional(text: z.ZodType<string, string>) {
  return text.nullish().transform((value) => (value === undefined ? undefined : value || null));
}

const key = z.string().regex(ENTITY_KEY_PATTERN);
const lang = z.enum(LOCALES).nullish().describe('Language of the text');

const instant = z.iso
  .datetime({ offset: true })
  .transform((value) => new Date(value).toISOString())
  .describe('ISO 8601 with Z or an offset');

const timeZone = z
  .string()
  .max(64)
  .refine(isTimeZone, { params: { code: 'dialogues/unknown-time-zone' } })
  .describe('IANA name of the zone in which the dates were meant, as America/Lima');

const phases = z
  .array(z.strictObject({ phase: z.enum(PHASES), opensAt: instant, closesAt: instant }))
  .min(1)
  .max(PHASES.length)
  .describe(
    'In this order, each at most once, without overlap; open from opensAt up to but without closesAt',
  );

const fields = {
  background: optional(prose(0, DIALOGUE_LIMITS.background)).describe('Markdown'),
  lang,
  about: z
    .array(key)
    .max(40)
    .optional()
    .describe('Themes, goals, targets, countries, organisations, as type:id'),
  evidence: z.array(key).max(60).optional().describe('Published cases, as case:ID'),
  coConveners: z.array(z.string().max(40)).max(20).optional().describe('Ids of people who convene as well'),
};

export const conveneDialogueBody = z.strictObject({
  question: line(10, DIALOGUE_LIMITS.question),
  timeZone: timeZone.default('UTC'),
  phases,
  ...fields,
  opening: prose(1, DIALOGUE_LIMITS.opening)
    .optional()
    .describe('First post of the thread about the dialogue, in Markdown; the question by default'),
  clientKey,
});

export const editDialogueBody = z.strictObject({
  question: line(10, DIALOGUE_LIMITS.question).optional(),
  timeZone: timeZone.optional(),
  phases: phases.optional(),
  ...fields,
  version: wholeNumber(1).describe('The version that was edited'),
});

const dialogueState = z.enum(DIALOGUE_STATES);

export const listDialoguesQuery = z.object({
  about: key
    .optional()
    .describe('A theme, goal, country, organisation, case or convener: linked to the dialogue'),
  state: z
    .union([dialogueState.transform((one) => [one]), z.array(dialogueState).max(DIALOGUE_STATES.length)])
    .optional()
    .describe('Where it stands by the clock: one or, repeated, several'),
  ...pageQuery,
});

export const proposeStatementBody = z.strictObject({
  text: line(3, DIALOGUE_LIMITS.statement).describe('Plain text that one can agree or disagree with'),
  lang,
  clientKey,
});

export const moderateStatementBody = z
  .strictObject({
    decision: z.enum(['approve', 'refuse']),
    reason: optional(line(0, DIALOGUE_LIMITS.reason)).describe('Needed to refuse; its author reads it'),
  })
  .refine(({ decision, reason }) => decision === 'approve' || Boolean(reason), {
    path: ['reason'],
    params: { code: 'field/required' },
  });

export const listStatementsQuery = z.object({
  next: z
    .enum(['0', '1'])
    .default('0')
    .describe('1: those to answer next, the least answered first, without those answered'),
  status: z
    .enum([...STATEMENT_STATUSES, 'mine'])
    .default('approved')
    .describe('Waiting and refused ones are for moderators; mine are those that the reader proposed'),
  ...pageQuery,
});

export const answerStatementBody = z.strictObject({ choice: z.enum(CHOICES) });

export const closeDialogueBody = z
  .strictObject({
    agreed: prose(3, DIALOGUE_LIMITS.outcome).describe('What was agreed, in Markdown'),
    agreedBy: optional(prose(0, 2000)).describe('Who agreed, in words'),
    parties: z.array(key).max(100).default([]).describe('People and organisations who agreed, as type:id'),
    dissent: optional(prose(0, DIALOGUE_LIMITS.outcome)).describe(
      'Who sees it otherwise, and why; in Markdown',
    ),
    statements: z
      .array(z.string().max(40))
      .max(200)
      .default([])
      .describe('Ids of statements that it draws on'),
    commitments: z.array(commitmentInput).max(50).default([]),
    reviewOn: z
      .string()
      .refine(isCalendarDay, { params: { code: 'atlas/not-a-day' } })
      .nullish()
      .describe('Day on which to look at the outcome again, as YYYY-MM-DD'),
    lang,
  })
  .refine(({ agreedBy, parties }) => Boolean(agreedBy) || parties.length > 0, {
    path: ['agreedBy'],
    params: { code: 'field/required' },
  });

export type ConveneDialogueInput = z.output<typeof conveneDialogueBody>;
export type EditDialogueInput = z.output<typeof editDialogueBody>;
export type ListDialoguesInput = z.output<typeof listDialoguesQuery>;
export type ProposeStatementInput = z.output<typeof proposeStatementBody>;
export type ModerateStatementInput = z.output<typeof moderateStatementBody>;
export type ListStatementsInput = z.output<typeof listStatementsQuery>;
export type CloseDialogueInput = z.output<typeof closeDialogueBody>;
