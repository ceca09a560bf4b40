import { Controller, Get, Param, Query } from '@nestjs/common';
import type { z } from 'zod';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import type { Page } from '../../platform/graph/page.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { readSession } from '../learning.access.js';
import { listNotesQuery, sessionParams } from '../learning.schemas.js';
import { type NoteView, noteListView } from '../learning.views.schemas.js';
import { ListNotes } from './list-notes.use-case.js';

@Controller('api/v1/sessions')
export class ListNotesController {
  constructor(private readonly listNotes: ListNotes) {}

  @Get(':id/notes')
  @Access(readSession)
  @Endpoint({
    summary: 'Notes of a session, oldest first',
    params: sessionParams,
    query: listNotesQuery,
    response: noteListView,
    refusals: [404],
  })
  list(
    @Param('id') id: string,
    @Query() query: z.output<typeof listNotesQuery>,
    @CurrentActor() actor: Actor,
  ): Promise<Page<NoteView>> {
    return this.listNotes.execute(actor, id, query.cursor, query.limit);
  }
}
