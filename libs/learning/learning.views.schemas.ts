import { z } from 'zod';
import { commitmentView } from '../commitments/index.js';
import { pageOf } from '../platform/graph/page.js';
import { SESSION_FORMATS } from './contracts.js';

const entityRef = z.strictObject({ key: z.string(), type: z.string(), title: z.string(), url: z.string() });
const person = z.strictObject({ id: z.string(), name: z.string(), url: z.string() });
const count = z.number().int().min(0);
const localTime = z.string().describe('Local time in the zone of the session');

export const sessionSummaryView = z.strictObject({
  id: z.string(),
  key: z.string(),
  url: z.string(),
  title: z.string(),
  purpose: z.string(),
  format: z.enum(SESSION_FORMATS),
  languages: z.array(z.string()),
  about: z.array(entityRef),
  facilitators: z.array(person),
  startsAt: localTime,
  endsAt: localTime,
  timeZone: z.string(),
  startsAtUtc: z.string(),
  endsAtUtc: z.string(),
  state: z.enum(['planned', 'running', 'closed', 'cancelled']),
  places: count.nullable(),
  registered: count,
  waiting: count,
});

export const pollView = z.strictObject({
  number: count,
  question: z.string(),
  options: z.array(z.string()),
  counts: z.array(count).describe('Answers by option'),
  open: z.boolean(),
});

export const noteView = z.strictObject({ number: count, text: z.string(), author: person, at: z.string() });

export const noteListView = z.strictObject({
  items: z.array(noteView),
  nextCursor: z.string().nullable(),
});

export const lessonView = z.strictObject({
  id: z.string(),
  key: z.string(),
  text: z.string(),
  about: entityRef.nullable(),
});

export const participantView = person.extend({
  state: z.enum(['registered', 'waiting', 'facilitating']),
  attended: z.boolean(),
});

/** What changes while a session goes on, the same for all who look. */
export const liveView = z.strictObject({
  open: z.boolean().describe('Whether the doors are open now'),
  stepIndex: count.nullable(),
  stepStartedAt: z.string().nullable().describe("By the server's clock"),
  hands: z.array(person).describe('Raised hands, first come first'),
  poll: pollView.nullable().describe('The last poll'),
  noteCount: count,
  attended: count,
});

/** The part that the reader has in it; null for those who have none. */
export const ownPartView = z.strictObject({
  state: z.enum(['registered', 'waiting', 'facilitating']),
  waitingPosition: count.nullable(),
  timeZone: z.string().nullable(),
  attended: z.boolean(),
  handRaised: z.boolean(),
  pollAnswer: count.nullable().describe('Own answer to the last poll'),
});

export const outcomeView = z.strictObject({
  closedAt: z.string(),
  summary: z.string().nullable(),
  lessons: z.array(lessonView),
  commitments: z.array(commitmentView),
  headcount: count.nullable(),
  attended: count,
  polls: z.array(pollView),
});

export const sessionView = sessionSummaryView.extend({
  agenda: z.array(z.strictObject({ title: z.string(), minutes: count, prompt: z.string().nullable() })),
  purposeHtml: z.string(),
  registrationOpensAt: localTime.nullable(),
  registrationClosesAt: localTime.nullable(),
  registrationOpensAtUtc: z.string().nullable(),
  registrationClosesAtUtc: z.string().nullable(),
  registration: z.enum(['open', 'not-yet', 'over']),
  proposedBy: person.nullable(),
  threadId: z.string().nullable().describe('The thread in which those who take part talk'),
  sequence: count,
  createdAt: z.string(),
  changedAt: z.string(),
  cancelledReason: z.string().nullable(),
  live: liveView,
  notes: z.array(noteView).describe('The last 100'),
  outcome: outcomeView.nullable(),
  own: ownPartView.nullable(),
  meetingLink: z.string().nullable().describe('For those who hold a place'),
  interpretationLinks: z.array(z.strictObject({ language: z.string(), url: z.string() })),
  participants: z.array(participantView).nullable().describe('For those who hold a place'),
  removed: z
    .array(person.extend({ reason: z.string() }))
    .nullable()
    .describe('Who was removed and may not register again, for those who run it'),
  removedReason: z.string().nullable().describe('Why the reader was removed'),
  serverTime: z.string().describe('To set the timer by, whatever the clock of the reader shows'),
  seq: count.describe('Number of the last event; join the socket room with it to miss nothing'),
  permissions: z.strictObject({
    edit: z.boolean(),
    cancel: z.boolean(),
    run: z.boolean(),
    close: z.boolean(),
    register: z.boolean(),
    takePart: z.boolean(),
  }),
});

/** What came of registering or cancelling. */
export const registrationView = z.strictObject({
  own: ownPartView.nullable(),
  registered: count,
  waiting: count,
  places: count.nullable(),
});

export const sessionListView = pageOf(sessionSummaryView);

export const ownSessionView = sessionSummaryView.extend({
  own: z.strictObject({ state: z.enum(['registered', 'waiting', 'facilitating']) }),
});
export const ownSessionListView = pageOf(ownSessionView);

export const calendarAddressView = z.strictObject({
  url: z.string().describe('Shown this once: whoever has it reads your calendar of sessions'),
});

export type SessionView = z.infer<typeof sessionView>;
export type SessionSummaryView = z.infer<typeof sessionSummaryView>;
export type OwnSessionView = z.infer<typeof ownSessionView>;
export type RegistrationView = z.infer<typeof registrationView>;
export type OwnPartView = z.infer<typeof ownPartView>;
export type LiveView = z.infer<typeof liveView>;
export type PollView = z.infer<typeof pollView>;
export type NoteView = z.infer<typeof noteView>;
export type OutcomeView = z.infer<typeof outcomeView>;
