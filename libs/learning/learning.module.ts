import { Module } from '@nestjs/common';
import { AtlasModule } from '../atlas/index.js';
import { CommitmentsModule } from '../commitments/index.js';
import { DiscussionsModule } from '../discussions/index.js';
import { IdentityModule } from '../identity/index.js';
import { AddNoteController } from './add-note/add-note.controller.js';
import { AddNote } from './add-note/add-note.use-case.js';
import { AttendController } from './attend/attend.controller.js';
import { Attend } from './attend/attend.use-case.js';
import { ChangeCalendarAddressController } from './calendar-address/change-calendar-address.controller.js';
import { ChangeCalendarAddress } from './calendar-address/change-calendar-address.use-case.js';
import { CancelSessionController } from './cancel-session/cancel-session.controller.js';
import { CancelSession } from './cancel-session/cancel-session.use-case.js';
import { CloseSessionController } from './close-session/close-session.controller.js';
import { CloseSession } from './close-session/close-session.use-case.js';
import { EditSessionController } from './edit-session/edit-session.controller.js';
import { EditSession } from './edit-session/edit-session.use-case.js';
import { ListLessons } from './list-lessons/list-lessons.use-case.js';
import { ListNotesController } from './list-notes/list-notes.controller.js';
import { ListNotes } from './list-notes/list-notes.use-case.js';
import { ListOwnSessionsController } from './list-own-sessions/list-own-sessions.controller.js';
import { ListOwnSessions } from './list-own-sessions/list-own-sessions.use-case.js';
import { ListSessionsController } from './list-sessions/list-sessions.controller.js';
import { ListSessions } from './list-sessions/list-sessions.use-case.js';
import { FreePlacesOfDisabled } from './listeners/free-places-of-disabled.js';
import { SessionIndexSource } from './listeners/session-index-source.js';
import { LiveReader } from './live-reader.js';
import { NextStepController } from './next-step/next-step.controller.js';
import { NextStep } from './next-step/next-step.use-case.js';
import { RunPollController } from './poll/run-poll.controller.js';
import { RunPoll } from './poll/run-poll.use-case.js';
import { ProposeSessionController } from './propose-session/propose-session.controller.js';
import { ProposeSession } from './propose-session/propose-session.use-case.js';
import { RaiseHandController } from './raise-hand/raise-hand.controller.js';
import { RaiseHand } from './raise-hand/raise-hand.use-case.js';
import { RegisterForSessionController } from './register/register-for-session.controller.js';
import { RegisterForSession } from './register/register-for-session.use-case.js';
import { RegistrationsRepository } from './registrations.repository.js';
import { RemindOfSessions } from './remind-of-sessions/remind-of-sessions.job.js';
import { SessionMails } from './remind-of-sessions/session-mails.js';
import { RemoveParticipantController } from './remove-participant/remove-participant.controller.js';
import { RemoveParticipant } from './remove-participant/remove-participant.use-case.js';
import { SessionEvents } from './session-events.js';
import { SessionFloor } from './session-floor.js';
import { SessionLiveRoom } from './session-live-room.js';
import { SessionPlaces } from './session-places.js';
import { SessionReferences } from './session-references.js';
import { SessionWriter } from './session-writer.js';
import { SessionsRepository } from './sessions.repository.js';
import { SessionCalendar } from './show-calendar/session-calendar.js';
import { ShowCalendarController } from './show-calendar/show-calendar.controller.js';
import { ShowCalendar } from './show-calendar/show-calendar.use-case.js';
import { ShowLive } from './show-live/show-live.use-case.js';
import { ShowSessionController } from './show-session/show-session.controller.js';
import { ShowSession } from './show-session/show-session.use-case.js';

const useCases = [
  ProposeSession,
  EditSession,
  CancelSession,
  ShowSession,
  ShowLive,
  ListSessions,
  ListOwnSessions,
  SessionCalendar,
  ShowCalendar,
  ChangeCalendarAddress,
  RegisterForSession,
  RemoveParticipant,
  NextStep,
  RaiseHand,
  RunPoll,
  AddNote,
  ListLessons,
  ListNotes,
  Attend,
  CloseSession,
];

const services = [
  SessionsRepository,
  RegistrationsRepository,
  SessionWriter,
  SessionReferences,
  SessionPlaces,
  SessionFloor,
  LiveReader,
  SessionMails,
];

const listening = [
  FreePlacesOfDisabled,
  SessionEvents,
  SessionIndexSource,
  SessionLiveRoom,
  RemindOfSessions,
];

@Module({
  imports: [AtlasModule, IdentityModule, DiscussionsModule, CommitmentsModule],
  controllers: [
    ShowCalendarController,
    ProposeSessionController,
    EditSessionController,
    CancelSessionController,
    ListSessionsController,
    ListOwnSessionsController,
    ShowSessionController,
    ChangeCalendarAddressController,
    RegisterForSessionController,
    RemoveParticipantController,
    NextStepController,
    RaiseHandController,
    RunPollController,
    AddNoteController,
    ListNotesController,
    AttendController,
    CloseSessionController,
  ],
  providers: [...useCases, ...services, ...listening],
  exports: useCases,
})
export class LearningModule {}
