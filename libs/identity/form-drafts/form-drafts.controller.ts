import { Body, Controller, Delete, Get, Param, Put } from '@nestjs/common';
import { z } from 'zod';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { RateLimit } from '../../platform/http/rate-limits.js';
import { changeMeRule, showMeRule } from '../identity.access.js';
import {
  formDraftParams,
  formDraftSummary,
  formDraftView,
  type SaveFormDraftInput,
  saveFormDraftBody,
} from './form-drafts.schemas.js';
import { FormDrafts } from './form-drafts.use-case.js';

@Controller('api/v1/me/drafts')
export class FormDraftsController {
  constructor(private readonly drafts: FormDrafts) {}

  @Get()
  @Access(showMeRule)
  @Endpoint({
    summary: 'What I typed into long forms and have not sent',
    response: z.strictObject({ items: z.array(formDraftSummary) }),
    refusals: [401],
  })
  async list(@CurrentActor() actor: Actor) {
    return { items: await this.drafts.list(actor) };
  }

  @Get(':key')
  @Access(showMeRule)
  @Endpoint({
    summary: 'One unfinished text of mine',
    params: formDraftParams,
    response: formDraftView,
    refusals: [401, 404],
  })
  show(@CurrentActor() actor: Actor, @Param() { key }: { key: string }) {
    return this.drafts.show(actor, key);
  }

  @Put(':key')
  @Access(changeMeRule)
  @RateLimit('write')
  @Endpoint({
    summary: 'Keep an unfinished text',
    description:
      'A person has 40 at most, the oldest goes; each is kept for 30 days after it was last saved. ' +
      'Where another device has saved a newer version nothing is written over: read that one, and keep this under a new key.',
    params: formDraftParams,
    body: saveFormDraftBody,
    response: z.strictObject({ version: z.int() }),
    refusals: [401, 403, 409],
  })
  async save(
    @CurrentActor() actor: Actor,
    @Param() { key }: { key: string },
    @Body() body: SaveFormDraftInput,
  ) {
    return { version: await this.drafts.save(actor, key, body) };
  }

  @Delete(':key')
  @Access(changeMeRule)
  @RateLimit('write')
  @Endpoint({
    summary: 'Discard an unfinished text',
    params: formDraftParams,
    status: 204,
    refusals: [401, 403],
  })
  async delete(@CurrentActor() actor: Actor, @Param() { key }: { key: string }): Promise<void> {
    await this.drafts.discard(actor, key);
  }
}
