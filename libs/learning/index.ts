/** The room of sessions in which people learn from each other. */
export { AddNote } from './add-note/add-note.use-case.js';
export { Attend } from './attend/attend.use-case.js';
export { ChangeCalendarAddress } from './calendar-address/change-calendar-address.use-case.js';
export { CancelSession } from './cancel-session/cancel-session.use-case.js';
export { CloseSession } from './close-session/close-session.use-case.js';
export * from './contracts.js';
export { EditSession } from './edit-session/edit-session.use-case.js';
export {
  changeCalendarAddress as changeCalendarAddressRule,
  editSession as editSessionRule,
  listOwnSessions as listOwnSessionsRule,
  proposeSession as proposeSessionRule,
  readSession as readSessionRule,
  registerForSession as registerForSessionRule,
  runSession as runSessionRule,
  seeMeeting as seeMeetingRule,
  takePart as takePartRule,
} from './learning.access.js';
export { LearningModule } from './learning.module.js';
export * from './learning.schemas.js';
export * from './learning.views.schemas.js';
export { type LessonAboutView, ListLessons } from './list-lessons/list-lessons.use-case.js';
export { ListNotes } from './list-notes/list-notes.use-case.js';
export { ListOwnSessions } from './list-own-sessions/list-own-sessions.use-case.js';
export { ListSessions } from './list-sessions/list-sessions.use-case.js';
export { migrations } from './migrations/index.js';
export { NextStep } from './next-step/next-step.use-case.js';
export { RunPoll } from './poll/run-poll.use-case.js';
export { ProposeSession } from './propose-session/propose-session.use-case.js';
export { RaiseHand } from './raise-hand/raise-hand.use-case.js';
export { RegisterForSession } from './register/register-for-session.use-case.js';
export { RemoveParticipant } from './remove-participant/remove-participant.use-case.js';
export { ShowCalendar } from './show-calendar/show-calendar.use-case.js';
export { ShowLive } from './show-live/show-live.use-case.js';
export { ShowSession } from './show-session/show-session.use-case.js';
