import { z } from 'zod';
import { isCalendarDay } from '../platform/clock/calendar-day.js';
import { ENTITY_KEY_PATTERN } from '../platform/entities/entity.js';
import { pageOf, pageQuery } from '../platform/graph/page.js';
import { wholeNumber } from '../platform/validation/number.js';
import { prose } from '../platform/validation/text.js';
import { COMMITMENT_STATES } from './contracts.js';

export const COMMITMENT_TEXT_MAX = 1000;
export const NOTE_MAX = 2000;

const calendarDay = z
  .string()
  .refine(isCalendarDay, { params: { code: 'atlas/not-a-day' } })
  .describe('Day of the calendar as YYYY-MM-DD');
const key = z.string().regex(ENTITY_KEY_PATTERN);
const state = z.enum(COMMITMENT_STATES);

/** One commitment in the form that closes a session or a dialogue. */
export const commitmentInput = z.object({
  text: prose(3, COMMITMENT_TEXT_MAX).describe('What is promised'),
  ownerKey: z
    .string()
    .regex(/^(person|actor):[A-Za-z0-9._-]{1,64}$/)
    .describe('Who promises it, as person:ID or actor:ID'),
  dueOn: calendarDay,
  reviewOn: calendarDay.optional().describe('Day of the follow-up; the day on which it is due by default'),
});

export const commitmentParams = z.object({ id: z.string().max(40) });

export const listCommitmentsQuery = z
  .object({
    answers: key.optional().describe('Of this session or dialogue'),
    owner: key.optional().describe('Of this person or organisation'),
    about: key.optional().describe('About this country, theme, case …'),
    entity: key.optional().describe('Linked to this in any of these ways'),
    state: state.optional(),
    sort: z.enum(['newest', 'due']).default('newest').describe('`due`: what is due first comes first'),
    ...pageQuery,
  })
  .refine(
    ({ answers, owner, about, entity }) => [answers, owner, about, entity].filter(Boolean).length <= 1,
    {
      params: { code: 'commitments/one-filter' },
    },
  );

export const reportOnCommitmentBody = z.object({
  state,
  note: prose(3, NOTE_MAX).describe('What came of it so far'),
  version: wholeNumber(1).describe('The version that the reporter had seen'),
});

export const changeOwnerBody = z.object({
  ownerKey: commitmentInput.shape.ownerKey,
  insteadOf: key.nullable().describe('The owner that was seen: nobody is replaced unseen'),
});

const entityRef = z.strictObject({ key: z.string(), type: z.string(), title: z.string(), url: z.string() });
const personRef = z.strictObject({ id: z.string(), name: z.string(), url: z.string() });

/** A commitment in a list. */
export const commitmentView = z.strictObject({
  id: z.string(),
  key: z.string(),
  url: z.string(),
  title: z.string(),
  text: z.string(),
  lang: z.string().nullable().describe('Language of the text, when known'),
  owner: entityRef.nullable(),
  answers: entityRef.nullable(),
  about: z.array(entityRef),
  madeBy: personRef.nullable(),
  createdAt: z.string(),
  dueOn: z.string(),
  reviewOn: z.string(),
  overdue: z.boolean().describe('Open, and the day is past'),
  state,
  stateNote: z.string().nullable(),
  stateAt: z.string(),
  version: z.number().int(),
});

export const commitmentReportView = z.strictObject({
  number: z.number().int(),
  state,
  note: z.string(),
  at: z.string(),
  by: personRef.nullable(),
});

/** A commitment with all that was reported on it. */
export const commitmentDetailView = commitmentView.extend({
  seq: z.number().int().describe('Number of the last event; join the socket room with it to miss nothing'),
  reports: z.array(commitmentReportView).describe('Oldest first; the last 100'),
  ownerIsDisabled: z
    .boolean()
    .nullable()
    .describe('Whether the owner cannot act, for those who can put another in their place'),
  permissions: z.strictObject({ report: z.boolean(), changeOwner: z.boolean() }),
});

export const commitmentListView = pageOf(commitmentView);

/** What was promised, and what came of it, in numbers. */
export const commitmentSummaryView = z.strictObject({
  total: z.number().int(),
  open: z.number().int(),
  kept: z.number().int(),
  partly: z.number().int(),
  dropped: z.number().int(),
  overdue: z.number().int().describe('Of those that are open'),
});

export type ChangeOwnerInput = z.output<typeof changeOwnerBody>;
export type CommitmentInput = z.output<typeof commitmentInput>;
export type CommitmentView = z.infer<typeof commitmentView>;
export type CommitmentReportView = z.infer<typeof commitmentReportView>;
export type CommitmentDetailView = z.infer<typeof commitmentDetailView>;
export type CommitmentSummaryView = z.infer<typeof commitmentSummaryView>;
