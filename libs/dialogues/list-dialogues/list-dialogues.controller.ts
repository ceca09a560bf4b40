import { Controller, Get, Query } from '@nestjs/common';
import { Access } from '../../platform/access/access-rule.js';
import type { Page } from '../../platform/graph/page.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { readDialogue } from '../dialogues.access.js';
import { type ListDialoguesInput, listDialoguesQuery } from '../dialogues.schemas.js';
import { type DialogueCardView, dialogueListView } from '../dialogues.views.schemas.js';
import { ListDialogues } from './list-dialogues.use-case.js';

@Controller('api/v1/dialogues')
export class ListDialoguesController {
  constructor(private readonly listDialogues: ListDialogues) {}

  @Get()
  @Access(readDialogue)
  @Endpoint({ summary: 'Dialogues, newest first', query: listDialoguesQuery, response: dialogueListView })
  list(@Query() query: ListDialoguesInput): Promise<Page<DialogueCardView>> {
    return this.listDialogues.execute(query);
  }
}
