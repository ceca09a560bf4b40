import { Injectable } from '@nestjs/common';
import { requireAccess } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { conflict } from '../../platform/errors/domain-error.js';
import { Graph, type GraphTransaction } from '../../platform/graph/graph.js';
import { newId } from '../../platform/ids/new-id.js';
import { answerOnce } from '../../platform/receipts/answer-once.js';
import { clientRequestKey } from '../../platform/receipts/request-key.js';
import { personKey, type TokenScope } from '../contracts.js';
import { CredentialsRepository } from '../credentials.repository.js';
import { asPerson, createTokenRule } from '../identity.access.js';
import { API_TOKEN_PREFIX, derivedToken, newSecretToken } from '../rules/secret-token.js';

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

type MadeToken = Omit<TokenSummary, 'lastUsedAt'>;

export interface NewToken {
  name: string;
  scopes: TokenScope[];
  clientKey?: string;
}

/** Makes a token for a program that acts for the person. It is shown this once. */
@Injectable()
export class CreateToken {
  constructor(
    private readonly graph: Graph,
    private readonly credentials: CredentialsRepository,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
    private readonly config: Config,
  ) {}

  /**
   * Sending the same again under the same `clientKey` answers with the same token, as long as it holds: a double click
   * must not lose it. It is not kept for that, but made again of the request and a secret of the server.
   * @throws {DomainError} `identity/too-many-tokens`
   */
  async execute(actor: Actor, input: NewToken): Promise<TokenSummary & { token: string }> {
    requireAccess(createTokenRule, actor, undefined);
    const personId = asPerson(actor).id;
    const key = clientRequestKey(personId, ['create-token'], input);
    const secretOf = ({ id }: { id: string }) =>
      key === null
        ? random
        : derivedToken(this.config.sharedSecret, ['api-token', key, id], API_TOKEN_PREFIX);
    const random = newSecretToken(API_TOKEN_PREFIX);
    const at = this.clock.iso();
    const isThere = async (made: MadeToken) =>
      (await this.credentials.findApiToken(secretOf(made).tokenHash)) !== null;
    const summary = await this.graph.write((tx) =>
      answerOnce(
        tx,
        { key, at },
        async () => {
          const made = { id: newId(), name: input.name, scopes: [...new Set(input.scopes)], createdAt: at };
          await this.create(tx, actor, { ...made, personId, tokenHash: secretOf(made).tokenHash });
          return made;
        },
        isThere,
      ),
    );
    return { ...summary, lastUsedAt: null, token: secretOf(summary).token };
  }

  private async create(
    tx: GraphTransaction,
    actor: Actor,
    token: MadeToken & { personId: string; tokenHash: string },
  ): Promise<void> {
    const { personId, id: tokenId, scopes } = token;
    if ((await this.credentials.listApiTokens(personId)).length >= MOST_TOKENS) {
      throw conflict('identity/too-many-tokens', { maximum: MOST_TOKENS });
    }
    await this.credentials.createApiToken(tx, token);
    const data = { tokenId, scopes };
    const act = { action: 'identity.token-created', targetKey: personKey(personId), data };
    await this.audit.record(tx, actor, act);
  }
}
