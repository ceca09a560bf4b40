import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { RateLimit } from '../../platform/http/rate-limits.js';
import { idParams } from '../fields.js';
import { changeMeRule, createTokenRule, showMeRule } from '../identity.access.js';
import { ListTokens } from '../list-tokens/list-tokens.use-case.js';
import { RevokeToken } from '../revoke-token/revoke-token.use-case.js';
import { type CreateTokenInput, createTokenSchema } from './create-token.dto.js';
import { CreateToken } from './create-token.use-case.js';

const tokenSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  scopes: z.array(z.string()),
  createdAt: z.string(),
  lastUsedAt: z.string().nullable().describe('To the hour'),
});

@Controller('api/v1/me/tokens')
export class TokensController {
  constructor(
    private readonly createToken: CreateToken,
    private readonly listTokens: ListTokens,
    private readonly revokeToken: RevokeToken,
  ) {}

  @Post()
  @Access(createTokenRule)
  @RateLimit('write')
  @Endpoint({
    summary: 'Make a token for a program',
    description: 'The token is in this answer and nowhere else. A token cannot make tokens.',
    body: createTokenSchema,
    response: tokenSchema.extend({ token: z.string() }),
    status: 201,
    refusals: [401, 403, 409],
  })
  post(@CurrentActor() actor: Actor, @Body() body: CreateTokenInput) {
    return this.createToken.execute(actor, body);
  }

  @Get()
  @Access(showMeRule)
  @Endpoint({
    summary: 'My tokens',
    response: z.strictObject({ items: z.array(tokenSchema) }),
    refusals: [401],
  })
  async list(@CurrentActor() actor: Actor) {
    return { items: await this.listTokens.execute(actor) };
  }

  @Delete(':id')
  @Access(changeMeRule)
  @RateLimit('write')
  @Endpoint({ summary: 'Withdraw a token', params: idParams, status: 204, refusals: [401, 403, 404] })
  async delete(@CurrentActor() actor: Actor, @Param() { id }: { id: string }): Promise<void> {
    await this.revokeToken.execute(actor, id);
  }
}
