import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { Person } from '../../platform/access/actor.js';
import { Bus } from '../../platform/bus/bus.js';
import type { HolderRow } from '../credentials.cypher.js';
import { CredentialsRepository } from '../credentials.repository.js';
import { hashToken, isTokenShaped } from '../rules/secret-token.js';
import { isSessionAlive, wantsTouch } from '../rules/session-life.js';

const CHANNEL = 'identity.person-forgotten';
const MOST_ACTORS = 5000;
const LIFE_MS = 30_000;

/**
 * Who holds which credential: one look-up in the graph, remembered for half a minute. Whatever changes what a person
 * may do calls {@link forget}, which reaches the other processes through the bus.
 */
@Injectable()
export class KnownActors implements OnModuleInit {
  private readonly logger = new Logger('identity');
  private readonly actors = new LRUCache<string, Person>({ max: MOST_ACTORS, ttl: LIFE_MS });
  /** Counts forgettings, so that a look-up begun before one is not remembered after it. */
  private forgettings = 0;

  constructor(
    private readonly credentials: CredentialsRepository,
    private readonly bus: Bus,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.bus.subscribe(CHANNEL, (personId) => this.drop(String(personId)));
  }

  withSession(token: string): Promise<Person | null> {
    return this.find(token, (tokenHash) => this.loadSession(tokenHash));
  }

  withApiToken(token: string): Promise<Person | null> {
    return this.find(token, (tokenHash) => this.loadApiToken(tokenHash));
  }

  /** Call after the commit that changed the person's roles, profile, sessions or tokens. */
  forget(personId: string): void {
    this.drop(personId);
    this.bus.publish(CHANNEL, personId).catch((error: unknown) => {
      this.logger.warn(`other processes remember ${personId} for ${LIFE_MS / 1000} s more: ${String(error)}`);
    });
  }

  private async find(
    token: string,
    load: (tokenHash: string) => Promise<Person | null>,
  ): Promise<Person | null> {
    if (!isTokenShaped(token)) return null;
    const tokenHash = hashToken(token);
    const known = this.actors.get(tokenHash);
    if (known) return known;
    const before = this.forgettings;
    const actor = await load(tokenHash);
    if (actor && before === this.forgettings) this.actors.set(tokenHash, actor);
    return actor;
  }

  private async loadSession(tokenHash: string): Promise<Person | null> {
    const row = await this.credentials.findSession(tokenHash);
    const now = new Date();
    if (!row || !isSessionAlive(row, now)) return null;
    if (wantsTouch(row, now)) this.touch(tokenHash, now);
    return { ...holder(row), via: 'session', scopes: 'all', sessionId: row.sessionId };
  }

  private async loadApiToken(tokenHash: string): Promise<Person | null> {
    const row = await this.credentials.findApiToken(tokenHash);
    return row && { ...holder(row), via: 'token', scopes: row.scopes };
  }

  /** Nobody waits for it, and losing it costs nothing but an hour of the idle time. */
  private touch(tokenHash: string, now: Date): void {
    this.credentials.touchSession(tokenHash, now.toISOString()).catch((error: unknown) => {
      this.logger.warn(`a session's last use was not written down: ${String(error)}`);
    });
  }

  private drop(personId: string): void {
    this.forgettings++;
    for (const [tokenHash, actor] of this.actors) if (actor.id === personId) this.actors.delete(tokenHash);
  }
}

function holder({
  personId,
  name,
  roles,
  locale,
}: HolderRow): Pick<Person, 'id' | 'name' | 'roles' | 'locale'> {
  return { id: personId, name, roles, locale };
}
