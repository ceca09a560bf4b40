import { Injectable } from '@nestjs/common';
import { Graph, type GraphTransaction } from '../platform/graph/graph.js';
import { newId } from '../platform/ids/new-id.js';
import {
  createAdministratorLink,
  createApiToken,
  createMailLink,
  createSession,
  deleteAdministratorLinks,
  deleteApiToken,
  deleteEndedSessionsOf,
  deleteMailLink,
  deleteMailLinksOf,
  deleteSession,
  deleteSessionsOf,
  findApiToken,
  findMailLink,
  findSession,
  type HolderRow,
  listApiTokens,
  listSessions,
  type SessionRow,
  touchSession,
} from './credentials.cypher.js';
import { hashToken, newSecretToken } from './rules/secret-token.js';
import { expiryFrom, IDLE_MS, linkExpiryFrom, type MailLinkPurpose } from './rules/session-life.js';

/** A session just opened. `token` goes into the cookie and is kept nowhere. */
export interface OpenedSession {
  id: string;
  token: string;
  /** ISO 8601. */
  expiresAt: string;
}

/** A link that may be followed. `personId` is null for the link of whoever installs Minga. */
export interface ValidLink {
  tokenHash: string;
  personId: string | null;
  name: string;
  email: string;
}

/** Reads and writes what people sign in with: sessions, tokens, links sent by mail. Only hashes are kept. */
@Injectable()
export class CredentialsRepository {
  constructor(private readonly graph: Graph) {}

  /** Opens a session and clears away the ended ones of the same person. */
  async openSession(tx: GraphTransaction, personId: string, userAgent: string): Promise<OpenedSession> {
    const now = new Date();
    const createdAt = now.toISOString();
    const idleSince = new Date(now.getTime() - IDLE_MS).toISOString();
    await tx.run(deleteEndedSessionsOf, { personId, now: createdAt, idleSince });
    const { token, tokenHash } = newSecretToken();
    const session = { id: newId(), expiresAt: expiryFrom(now) };
    await tx.run(createSession, { ...session, personId, tokenHash, createdAt, userAgent });
    return { ...session, token };
  }

  async findSession(tokenHash: string): Promise<SessionRow | null> {
    const [row] = await this.graph.read(findSession, { tokenHash });
    return row ?? null;
  }

  async touchSession(tokenHash: string, at: string): Promise<void> {
    await this.graph.write((tx) => tx.run(touchSession, { tokenHash, at }));
  }

  listSessions(personId: string) {
    return this.graph.read(listSessions, { personId });
  }

  /** @returns whether there was such a session */
  async deleteSession(tx: GraphTransaction, personId: string, sessionId: string): Promise<boolean> {
    return (await tx.run(deleteSession, { personId, sessionId })).length > 0;
  }

  async deleteSessionsOf(tx: GraphTransaction, personId: string): Promise<void> {
    await tx.run(deleteSessionsOf, { personId });
  }

  async createApiToken(
    tx: GraphTransaction,
    token: {
      personId: string;
      id: string;
      tokenHash: string;
      name: string;
      scopes: string[];
      createdAt: string;
    },
  ): Promise<void> {
    await tx.run(createApiToken, token);
  }

  async findApiToken(tokenHash: string): Promise<(HolderRow & { scopes: string[] }) | null> {
    const [row] = await this.graph.read(findApiToken, { tokenHash });
    return row ?? null;
  }

  listApiTokens(personId: string) {
    return this.graph.read(listApiTokens, { personId });
  }

  /** @returns whether there was such a token */
  async deleteApiToken(tx: GraphTransaction, personId: string, tokenId: string): Promise<boolean> {
    return (await tx.run(deleteApiToken, { personId, tokenId })).length > 0;
  }

  /** Makes a link to send; earlier ones of the same kind stop working. Returns its token. */
  async createLink(tx: GraphTransaction, personId: string, purpose: MailLinkPurpose): Promise<string> {
    const { token, tokenHash } = newSecretToken();
    await tx.run(deleteMailLinksOf, { personId, purpose });
    await tx.run(createMailLink, {
      personId,
      tokenHash,
      purpose,
      expiresAt: linkExpiryFrom(new Date(), purpose),
    });
    return token;
  }

  async createAdministratorLink(tx: GraphTransaction): Promise<string> {
    const { token, tokenHash } = newSecretToken();
    await tx.run(deleteAdministratorLinks, {});
    const expiresAt = linkExpiryFrom(new Date(), 'become-administrator');
    await tx.run(createAdministratorLink, { tokenHash, expiresAt });
    return token;
  }

  async deleteAdministratorLinks(tx: GraphTransaction): Promise<void> {
    await tx.run(deleteAdministratorLinks, {});
  }

  /** The link behind a token, if it serves the purpose and has not run out. */
  async findValidLink(token: string, purpose: MailLinkPurpose): Promise<ValidLink | null> {
    const tokenHash = hashToken(token);
    const [row] = await this.graph.read(findMailLink, { tokenHash });
    if (!row || row.purpose !== purpose || row.expiresAt <= new Date().toISOString()) return null;
    return { tokenHash, personId: row.personId, name: row.name ?? '', email: row.email ?? '' };
  }

  /** @returns false when someone else was faster */
  async consumeLink(tx: GraphTransaction, tokenHash: string): Promise<boolean> {
    return (await tx.run(deleteMailLink, { tokenHash })).length > 0;
  }
}
