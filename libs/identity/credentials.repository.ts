import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { Config } from '../platform/config/config.js';
import { Graph, type GraphTransaction } from '../platform/graph/graph.js';
import { newId } from '../platform/ids/new-id.js';
import {
  type ApiTokenHolderRow,
  createAdministratorLink,
  createApiToken,
  createMailLink,
  createSession,
  deleteAdministratorLinks,
  deleteApiToken,
  deleteApiTokensOf,
  deleteEndedSessionsOf,
  deleteMailLink,
  deleteMailLinksOf,
  deleteSession,
  deleteSessionsOf,
  findApiToken,
  findMailLink,
  findSession,
  listAdministratorLinks,
  listApiTokens,
  listMailLinksOf,
  listSessions,
  type SessionRow,
  touchApiToken,
  touchSession,
} from './credentials.cypher.js';
import { linkExpiryFrom, linksToClear, type MailLinkPurpose, waitForLink } from './rules/mail-links.js';
import { derivedToken, hashToken, newSecretToken } from './rules/secret-token.js';
import {
  expiryFrom,
  isSessionAlive,
  type SessionLimits,
  type SessionTimes,
  sessionLimits,
  wantsTouch,
} from './rules/session-life.js';

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
  /** Whether the person proved their address already. */
  isVerified: boolean;
}

/** A link just made, or how long nobody is mailed another. */
export type MadeLink = { token: string } | { waitMs: number };

/** Reads and writes what people sign in with: sessions, tokens, links sent by mail. Only hashes are kept. */
@Injectable()
export class CredentialsRepository {
  private readonly limits: SessionLimits;

  constructor(
    private readonly graph: Graph,
    private readonly clock: Clock,
    config: Config,
  ) {
    const { SESSION_IDLE_DAYS: idle, SESSION_MAX_DAYS: max } = config.settings;
    this.limits = sessionLimits({ idle, max });
  }

  /** Opens a session and clears away the ended ones of the same person. */
  async openSession(tx: GraphTransaction, personId: string, userAgent: string): Promise<OpenedSession> {
    const now = this.clock.now();
    const createdAt = now.toISOString();
    const idleSince = new Date(now.getTime() - this.limits.idleMs).toISOString();
    await tx.run(deleteEndedSessionsOf, { personId, now: createdAt, idleSince });
    const { token, tokenHash } = newSecretToken();
    const session = { id: newId(), expiresAt: expiryFrom(now, this.limits) };
    await tx.run(createSession, { ...session, personId, tokenHash, createdAt, userAgent });
    return { ...session, token };
  }

  async findSession(tokenHash: string): Promise<SessionRow | null> {
    const [row] = await this.graph.read(findSession, { tokenHash });
    return row ?? null;
  }

  isAlive(session: SessionTimes): boolean {
    return isSessionAlive(session, this.clock.now(), this.limits);
  }

  /** Whether it is time to write down that a session or token was used. */
  wantsTouch(lastUsedAt: string | null): boolean {
    return wantsTouch(lastUsedAt, this.clock.now(), this.limits);
  }

  async touchSession(tokenHash: string): Promise<void> {
    await this.graph.write((tx) => tx.run(touchSession, { tokenHash, at: this.clock.iso() }));
  }

  /** Those that still hold, the latest used first. */
  async listSessions(personId: string) {
    const sessions = await this.graph.read(listSessions, { personId });
    return sessions.filter((session) => this.isAlive(session));
  }

  /** @returns whether there was such a session */
  async deleteSession(tx: GraphTransaction, personId: string, sessionId: string): Promise<boolean> {
    return (await tx.run(deleteSession, { personId, sessionId })).length > 0;
  }

  /** @returns how many there were */
  async deleteSessionsOf(tx: GraphTransaction, personId: string): Promise<number> {
    return (await tx.run(deleteSessionsOf, { personId })).length;
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

  async findApiToken(tokenHash: string): Promise<ApiTokenHolderRow | null> {
    const [row] = await this.graph.read(findApiToken, { tokenHash });
    return row ?? null;
  }

  async touchApiToken(tokenHash: string): Promise<void> {
    await this.graph.write((tx) => tx.run(touchApiToken, { tokenHash, at: this.clock.iso() }));
  }

  listApiTokens(personId: string) {
    return this.graph.read(listApiTokens, { personId });
  }

  /** @returns whether there was such a token */
  async deleteApiToken(tx: GraphTransaction, personId: string, tokenId: string): Promise<boolean> {
    return (await tx.run(deleteApiToken, { personId, tokenId })).length > 0;
  }

  /** @returns how many there were */
  async deleteApiTokensOf(tx: GraphTransaction, personId: string): Promise<number> {
    return (await tx.run(deleteApiTokensOf, { personId })).length;
  }

  /**
   * Makes a link to send. Those sent before go on working, so that nobody can end them by asking for another; so many
   * were sent within the hour that there may be none (`rules/mail-links.ts`).
   */
  async createLink(tx: GraphTransaction, personId: string, purpose: MailLinkPurpose): Promise<MadeLink> {
    const now = this.clock.now();
    const kept = await tx.run(listMailLinksOf, { personId, purpose });
    const waitMs = waitForLink(kept, purpose, now);
    if (waitMs > 0) return { waitMs };
    for (const { tokenHash } of linksToClear(kept, now)) await tx.run(deleteMailLink, { tokenHash });
    const { token, tokenHash } = newSecretToken();
    await tx.run(createMailLink, { personId, tokenHash, purpose, expiresAt: linkExpiryFrom(now, purpose) });
    return { token };
  }

  /**
   * The token of the one link that makes an administrator. What is known of it can be made again from when it runs out,
   * with a secret, so that it need not be kept.
   */
  async administratorLink(tx: GraphTransaction, secret: string): Promise<string> {
    for (const link of await tx.run(listAdministratorLinks, {})) {
      const { token, tokenHash } = derivedToken(secret, [link.expiresAt]);
      if (tokenHash === link.tokenHash && link.expiresAt > this.clock.iso()) return token;
    }
    await tx.run(deleteAdministratorLinks, {});
    const expiresAt = linkExpiryFrom(this.clock.now(), 'become-administrator');
    const { token, tokenHash } = derivedToken(secret, [expiresAt]);
    await tx.run(createAdministratorLink, { tokenHash, expiresAt });
    return token;
  }

  /** A link for choosing a password must not outlive the password that it was asked for. */
  async deleteResetLinksOf(tx: GraphTransaction, personId: string): Promise<void> {
    await tx.run(deleteMailLinksOf, { personId, purpose: 'reset-password' });
  }

  async deleteAdministratorLinks(tx: GraphTransaction): Promise<void> {
    await tx.run(deleteAdministratorLinks, {});
  }

  /** The link behind a token, if it serves the purpose and has not run out. */
  async findValidLink(token: string, purpose: MailLinkPurpose): Promise<ValidLink | null> {
    const tokenHash = hashToken(token);
    const [row] = await this.graph.read(findMailLink, { tokenHash });
    if (!row || row.purpose !== purpose || row.expiresAt <= this.clock.iso()) return null;
    const { personId, name, email, verifiedAt } = row;
    return { tokenHash, personId, name: name ?? '', email: email ?? '', isVerified: verifiedAt !== null };
  }

  /** @returns false when someone else was faster */
  async consumeLink(tx: GraphTransaction, tokenHash: string): Promise<boolean> {
    return (await tx.run(deleteMailLink, { tokenHash })).length > 0;
  }
}
