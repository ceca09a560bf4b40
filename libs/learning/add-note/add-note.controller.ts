import { Body, Controller, Param, Post } from '@nestjs/common';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { RateLimit } from '../../platform/http/rate-limits.js';
import { takePart } from '../learning.access.js';
import { noteBody, sessionParams } from '../learning.schemas.js';
import { type NoteView, noteView } from '../learning.views.schemas.js';
import { AddNote, type AddNoteInput } from './add-note.use-case.js';

@Controller('api/v1/sessions')
export class AddNoteController {
  constructor(private readonly addNote: AddNote) {}

  @Post(':id/notes')
  @Access(takePart)
  @RateLimit('write')
  @Endpoint({
    summary: 'Add a line to the notes of a session',
    params: sessionParams,
    body: noteBody,
    response: noteView,
    status: 201,
    refusals: [404, 409],
  })
  add(@Param('id') id: string, @Body() body: AddNoteInput, @CurrentActor() actor: Actor): Promise<NoteView> {
    return this.addNote.execute(actor, id, body);
  }
}
