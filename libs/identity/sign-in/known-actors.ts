import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { AccessEndings } from '../../platform/access/access-endings.js';
import type { Person } from '../../platform/access/actor.js';
import { Bus } from '../../platform/bus/bus.js';
import type { HolderRow } from '../credentials.cypher.js';
import { CredentialsRepository } from '../credentials.repository.js';
import { hashToken, isTokenShaped } from '../rules/secret-token.js';
import type { SessionTimes } from '../rules/session-life.js';

const CHANNEL = 'identity.person-forgotten';
const MOST_ACTORS = 5000;
const LIFE_MS = 30_000;

interface KnownActor {
  actor: Person;
  /** Of a session: it may run out while it is remembered. */
  session?: SessionTimes;
}

/**
 * Who holds which credential: one look-up in the graph, remembered for half a minute. Whatever ends a session or token
 * or changes what a person may do is heard through {@link AccessEndings}; a change of name calls {@link forget}. Both
 * reach the other processes through the bus; while that is away, nothing is remembered.
 */
@Injectable()
export class KnownActors implements OnModuleInit {
  private readonly logger = new Logger('identity');
  private readonly actors = new LRUCache<string, KnownActor>({ max: MOST_ACTORS, ttl: LIFE_MS });
  /** Counts forgettings, so that a look-up begun before one is not remembered after it. */
  private forgettings = 0;

  constructor(
    private readonly credentials: CredentialsRepository,
    private readonly bus: Bus,
    private readonly endings: AccessEndings,
  ) {}

  async onModuleInit(): Promise<void> {
    this.endings.hear(({ personId }) => this.drop(personId));
    await this.bus.subscribe(CHANNEL, (personId) => this.drop(String(personId)));
  }

  withSession(token: string): Promise<Person | null> {
    return this.find(token, (tokenHash) => this.loadSession(tokenHash));
  }

  withApiToken(token: string): Promise<Person | null> {
    return this.find(token, (tokenHash) => this.loadApiToken(tokenHash));
  }

  /** Call after the commit that changed the person's profile. */
  forget(personId: string): void {
    this.drop(personId);
    this.bus.publish(CHANNEL, personId).catch((error: unknown) => {
      this.logger.warn(`other processes remember ${personId} for ${LIFE_MS / 1000} s more: ${String(error)}`);
    });
  }

  private async find(
    token: string,
    load: (tokenHash: string) => Promise<KnownActor | null>,
  ): Promise<Person | null> {
    if (!isTokenShaped(token)) return null;
    const tokenHash = hashToken(token);
    // What has ended elsewhere cannot be heard of.
    if (!this.bus.isUp) this.actors.clear();
    const known = this.actors.get(tokenHash);
    if (known && (!known.session || this.credentials.isAlive(known.session))) return known.actor;
    const before = this.forgettings;
    const loaded = await load(tokenHash);
    if (loaded && this.bus.isUp && before === this.forgettings) this.actors.set(tokenHash, loaded);
    return loaded?.actor ?? null;
  }

  private async loadSession(tokenHash: string): Promise<KnownActor | null> {
    const row = await this.credentials.findSession(tokenHash);
    if (!row || row.disabledAt !== null || !this.credentials.isAlive(row)) return null;
    if (this.credentials.wantsTouch(row.lastSeenAt)) this.note(this.credentials.touchSession(tokenHash));
    const actor: Person = { ...holder(row), via: 'session', scopes: 'all', sessionId: row.sessionId };
    return { actor, session: row };
  }

  private async loadApiToken(tokenHash: string): Promise<KnownActor | null> {
    const row = await this.credentials.findApiToken(tokenHash);
    if (!row || row.disabledAt !== null) return null;
    if (this.credentials.wantsTouch(row.lastUsedAt)) this.note(this.credentials.touchApiToken(tokenHash));
    return { actor: { ...holder(row), via: 'token', scopes: row.scopes, tokenId: row.tokenId } };
  }

  /** Nobody waits for it, and losing it costs nothing but an hour of the idle time. */
  private note(touching: Promise<void>): void {
    touching.catch((error: unknown) => {
      this.logger.warn(`the last use of a session or token was not written down: ${String(error)}`);
    });
  }

  private drop(personId: string): void {
    this.forgettings++;
    for (const [tokenHash, { actor }] of this.actors)
      if (actor.id === personId) this.actors.delete(tokenHash);
  }
}

function holder(row: HolderRow): Pick<Person, 'id' | 'name' | 'roles' | 'locale' | 'isVerified'> {
  const { personId: id, name, roles, locale, verifiedAt } = row;
  return { id, name, roles, locale, isVerified: verifiedAt !== null };
}
