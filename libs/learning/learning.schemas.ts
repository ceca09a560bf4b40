import { z } from 'zod';
import { commitmentInput } from '../commitments/index.js';
import { ENTITY_KEY_PATTERN } from '../platform/entities/entity.js';
import { pageQuery } from '../platform/graph/page.js';
import { clientKey } from '../platform/receipts/client-key.js';
import { wholeNumber, wholeNumberInAddress } from '../platform/validation/number.js';
import { line, prose } from '../platform/validation/text.js';
import { SESSION_FORMATS } from './contracts.js';

const MOST_PLACES = 100_000;

export const sessionParams = z.object({ id: z.string().max(40) });
export const calendarParams = z.object({ token: z.string().max(80) });

/** `YYYY-MM-DDTHH:mm`; seconds, which some browsers add, are left out. Which days exist is the rules' affair. */
const localTime = z
  .string()
  .max(30)
  .transform((value) => value.trim().replace(/^(.{16}):00(\.0+)?$/, '$1'))
  .describe('Local time in the zone of the session, as YYYY-MM-DDTHH:mm');

const personId = z.string().min(1).max(40);
const language = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
  .max(20)
  .describe('Language tag, as fr or pt-BR');

const httpsLink = z
  .string()
  .trim()
  .max(1000)
  .refine((value) => URL.canParse(value) && new URL(value).protocol === 'https:' && !/\s/.test(value), {
    params: { code: 'learning/link-not-https' },
  })
  .describe('An address that begins with https://');

const agendaStep = z.object({
  title: line(1, 160),
  minutes: wholeNumber(1, 1440),
  prompt: prose(1, 1000)
    .nullish()
    .transform((value) => value ?? null),
});

/** What a facilitator says about a session. */
const sessionFields = {
  title: line(3, 160),
  purpose: prose(3, 4000).describe('What it is for, in Markdown'),
  format: z.enum(SESSION_FORMATS),
  about: z
    .array(z.string().regex(ENTITY_KEY_PATTERN))
    .min(1)
    .max(20)
    .describe('Keys of the cases, themes, goals, countries and organisations it is about'),
  languages: z.array(language).min(1).max(10),
  timeZone: z.string().trim().max(64).describe('IANA name, as America/Lima'),
  startsAt: localTime,
  endsAt: localTime,
  places: wholeNumber(1, MOST_PLACES).nullable().describe('Null: room for everyone'),
  registrationOpensAt: localTime.nullable(),
  registrationClosesAt: localTime.nullable(),
  meetingLink: httpsLink.nullable().describe('Shown to those who hold a place'),
  interpretationLinks: z.array(z.object({ language, url: httpsLink })).max(10),
  agenda: z.array(agendaStep).max(40),
  facilitators: z.array(personId).max(20).describe('Ids of people who hold the role of facilitator'),
};

export const proposeSessionBody = z.object({
  ...sessionFields,
  places: sessionFields.places.default(null),
  registrationOpensAt: sessionFields.registrationOpensAt.default(null),
  registrationClosesAt: sessionFields.registrationClosesAt.default(null),
  meetingLink: sessionFields.meetingLink.default(null),
  interpretationLinks: sessionFields.interpretationLinks.default([]),
  agenda: sessionFields.agenda.default([]),
  facilitators: sessionFields.facilitators.default([]).describe('Besides whoever proposes it'),
  clientKey,
});

export const editSessionBody = z
  .object({
    ...sessionFields,
    facilitators: sessionFields.facilitators.min(1),
    sequence: wholeNumber(0).describe('The number of the change that was edited'),
  })
  .partial();

export const cancelSessionBody = z.object({ reason: line(3, 500) });

export const listSessionsQuery = z.object({
  when: z.enum(['upcoming', 'past', 'all']).default('upcoming'),
  format: z.enum(SESSION_FORMATS).optional(),
  about: z.string().regex(ENTITY_KEY_PATTERN).optional().describe('Key of what they are about'),
  person: personId.optional().describe('Id of someone who facilitates or took part'),
  ...pageQuery,
});

export const ownSessionsQuery = z.object({
  when: z.enum(['upcoming', 'past', 'all']).default('upcoming'),
  format: z.enum(SESSION_FORMATS).optional(),
  ...pageQuery,
});

export const registerBody = z.object({
  timeZone: z
    .string()
    .trim()
    .max(64)
    .nullish()
    .describe('Zone in which reminders name the time; that of the session by default'),
});

export const participantParams = z.object({ id: z.string().max(40), person: personId });
export const removeParticipantBody = z.object({
  reason: line(3, 500).describe('The person reads it'),
});

export const stepBody = z.object({
  from: z.union([z.null(), wholeNumber(0)]).describe('The step that is left; null before the first'),
  back: z
    .boolean()
    .default(false)
    .describe('To the step before, whose time begins anew; to the next by default'),
});

export const handBody = z.object({
  raised: z.boolean(),
  person: personId.optional().describe('Whose hand, for facilitators; your own by default'),
});

export const pollBody = z.union([
  z.strictObject({
    open: z.strictObject({
      question: line(3, 300),
      options: z.array(line(1, 160)).min(2).max(10),
      clientKey,
    }),
  }),
  z.strictObject({ answer: wholeNumber(0).describe('Position of the option, from 0') }),
  z.strictObject({ close: z.literal(true) }),
]);

export const noteBody = z.object({ text: prose(1, 2000), clientKey });
export const listNotesQuery = z.object({
  cursor: wholeNumberInAddress(0, 1e9).default(0).describe('Number of the last note already seen'),
  limit: wholeNumberInAddress(1, 200).default(100),
});

export const attendanceBody = z.object({
  person: personId.optional().describe('Who is there, for facilitators; yourself by default'),
  present: z.boolean().default(true),
});

export const closeSessionBody = z.object({
  summary: prose(1, 8000)
    .nullish()
    .transform((value) => value ?? null),
  lessons: z
    .array(z.object({ text: prose(3, 2000), caseId: z.string().max(64).nullish() }))
    .min(1)
    .max(30)
    .describe('What was learned, each where it belongs with the case that it speaks of'),
  commitments: z.array(commitmentInput).max(30).default([]),
  headcount: wholeNumber(0, MOST_PLACES).nullish().describe('How many were there, as counted'),
});

export type ProposeSessionInput = z.output<typeof proposeSessionBody>;
export type EditSessionInput = z.output<typeof editSessionBody>;
export type CloseSessionInput = z.output<typeof closeSessionBody>;
export type PollInput = z.output<typeof pollBody>;
