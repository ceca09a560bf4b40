import { Injectable } from '@nestjs/common';
import { requireAccess } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { conflict } from '../../platform/errors/domain-error.js';
import { Graph } from '../../platform/graph/graph.js';
import { newId } from '../../platform/ids/new-id.js';
import { personKey, type TokenScope } from '../contracts.js';
import { CredentialsRepository } from '../credentials.repository.js';
import { asPerson, createTokenRule } from '../identity.access.js';
import { API_TOKEN_PREFIX, newSecretToken } from '../rules/secret-token.js';

const MOST_TOKENS = 50;

/** A token as it is listed. */
export interface TokenSummary {
  id: string;
  name: string;
  scopes: string[];
  createdAt: string;
  /** To the hour; null before its first use. */
  lastUsedAt: string | null;
}

/** Makes a token for a program that acts for the person. It is shown this once. */
@Injectable()
export class CreateToken {
  constructor(
    private readonly graph: Graph,
    private readonly credentials: CredentialsRepository,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  /** @throws {DomainError} `identity/too-many-tokens` */
  async execute(
    actor: Actor,
    input: { name: string; scopes: TokenScope[] },
  ): Promise<TokenSummary & { token: string }> {
    requireAccess(createTokenRule, actor, undefined);
    const personId = asPerson(actor).id;
    if ((await this.credentials.listApiTokens(personId)).length >= MOST_TOKENS) {
      throw conflict('identity/too-many-tokens', { maximum: MOST_TOKENS });
    }
    const { token, tokenHash } = newSecretToken(API_TOKEN_PREFIX);
    const scopes = [...new Set(input.scopes)];
    const summary = { id: newId(), name: input.name, scopes, createdAt: this.clock.iso() };
    await this.graph.write(async (tx) => {
      await this.credentials.createApiToken(tx, { ...summary, personId, tokenHash });
      const data = { tokenId: summary.id, scopes };
      const act = { action: 'identity.token-created', targetKey: personKey(personId), data };
      await this.audit.record(tx, actor, act);
    });
    return { ...summary, lastUsedAt: null, token };
  }
}
