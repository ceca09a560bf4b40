import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Actor, Person } from '../../platform/access/actor.js';
import { EventLog } from '../../platform/events/event-log.js';
import { clientRequestKey } from '../../platform/receipts/request-key.js';
import { sessionRoom } from '../contracts.js';
import { tooManyNotes } from '../learning.errors.js';
import type { noteBody } from '../learning.schemas.js';
import { summaryOfPerson } from '../learning.views.js';
import type { NoteView } from '../learning.views.schemas.js';
import { createNote } from '../live.cypher.js';
import { kept } from '../session-events.js';
import { SessionFloor, type Work } from '../session-floor.js';
import { noteKey } from '../session-record.js';
import { SessionsRepository } from '../sessions.repository.js';

const MOST_NOTES = 5000;

export type AddNoteInput = z.output<typeof noteBody>;

/** Adds a line to the shared notes. What is written stays, with its author. */
@Injectable()
export class AddNote {
  constructor(
    private readonly floor: SessionFloor,
    private readonly sessions: SessionsRepository,
    private readonly events: EventLog,
  ) {}

  /**
   * Sending the same again under the same `clientKey` returns the note that is there.
   * @throws {DomainError} `learning/too-many-notes`
   */
  execute(actor: Actor, id: string, input: AddNoteInput): Promise<NoteView> {
    const key = clientRequestKey((actor as Person).id, ['add-note', id], input);
    const { text } = input;
    const add: Work<NoteView> = async (tx, { session, at }) => {
      if (session.noteCount >= MOST_NOTES) throw tooManyNotes(MOST_NOTES);
      const number = session.noteCount + 1;
      const note: NoteView = { number, text, at, author: summaryOfPerson(actor) };
      const authorId = (actor as Person).id;
      await tx.run(createNote, { key: noteKey(id, number), sessionId: id, number, text, authorId, at });
      await this.sessions.change(tx, id, { noteCount: number });
      const data = { sessionId: id, note };
      const event = { room: sessionRoom(id), type: 'learning.note-added', data } as const;
      await this.events.append(tx, { ...event, kept: kept.note(data) });
      return note;
    };
    return this.floor.takePart(actor, id, add, key);
  }
}
