import { Controller, Delete, Param } from '@nestjs/common';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { RateLimit } from '../../platform/http/rate-limits.js';
import { editThemes } from '../atlas.access.js';
import { codeParams } from '../atlas.schemas.js';
import { RemoveTheme } from './remove-theme.use-case.js';

@Controller('api/v1/themes')
export class RemoveThemeController {
  constructor(private readonly removeTheme: RemoveTheme) {}

  @Delete(':code')
  @Access(editThemes)
  @RateLimit('write')
  @Endpoint({
    summary: 'Remove a theme that nothing uses',
    params: codeParams,
    status: 204,
    refusals: [404, 409],
  })
  remove(@Param('code') code: string, @CurrentActor() actor: Actor): Promise<void> {
    return this.removeTheme.execute(actor, code);
  }
}
