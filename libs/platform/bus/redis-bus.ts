import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { unavailable } from '../errors/domain-error.js';
import { Bus, type BusErrorListener, type BusHandler, type BusMessage } from './bus.js';
import { Subscription, Subscriptions } from './subscription.js';

/** The braces keep all streams on one node of a Redis cluster, as reading several at once needs. */
const PREFIX = '{minga:bus}:';

/** Writing to this stream makes every reader look again at which channels it should listen to. */
const WAKE = '';

/** About how many messages of a channel are kept: a process that was cut off for longer has missed the older ones. */
const KEPT_MESSAGES = 10_000;

const READ_AT_MOST = 500;
const BLOCK_MS = 5_000;
const RETRY_MS = 200;
const DISCONNECT_MS = 500;
const GREETING_MS = 5_000;

/** A reader that was asked and has said nothing for so long is not heard any more. */
const SILENT_MS = BLOCK_MS + 2_000;

/** Everybody hears of things again so long after Redis is back, at most. */
const RECONNECT_MOST_MS = 1_000;

/** Messages wait for a connection until so many attempts have failed, a quarter of a minute; then they are refused. */
const RECONNECTS_PER_MESSAGE = 20;

/**
 * The bus of several processes: one Redis Stream for each channel. Each process reads on from the last message that
 * it saw, so a lost connection delays messages and loses none.
 */
export class RedisBus extends Bus {
  readonly isShared = true;
  private readonly subscriptions = new Subscriptions();
  /** The id of the last message seen, by channel. */
  private readonly positions = new Map<string, string>([[WAKE, '0-0']]);
  private reading: Promise<void> | null = null;
  private closed = false;
  /** When the reader last answered, by the pace of the machine; it does so every few seconds, even without news. */
  private heardAt = performance.now();
  private troubleIsTold = false;

  private constructor(
    private readonly sender: Redis,
    private readonly reader: Redis,
    private readonly onError: BusErrorListener,
  ) {
    super();
    for (const connection of [sender, reader]) {
      connection.on('error', (error) => this.tellTrouble(error));
      connection.on('ready', () => {
        this.troubleIsTold = false;
      });
    }
  }

  get isUp(): boolean {
    const isConnected = this.sender.status === 'ready' && this.reader.status === 'ready';
    return isConnected && performance.now() - this.heardAt < SILENT_MS;
  }

  /** @throws DomainError `bus/unavailable` when Redis does not answer, or not to this user; its cause says why */
  static async open(url: string, onError: BusErrorListener): Promise<RedisBus> {
    const common = {
      lazyConnect: true,
      disconnectTimeout: DISCONNECT_MS,
      retryStrategy: (attempt: number) => Math.min(2 ** attempt * 25, RECONNECT_MOST_MS),
    };
    const sender = new Redis(url, { ...common, maxRetriesPerRequest: RECONNECTS_PER_MESSAGE });
    const reader = new Redis(url, {
      ...common,
      maxRetriesPerRequest: null,
      // Silence for longer than a blocking read can take means a dead connection.
      socketTimeout: BLOCK_MS * 3,
    });
    try {
      await Promise.all([greet(sender), greet(reader)]);
    } catch (error) {
      sender.disconnect();
      reader.disconnect();
      throw unavailable('bus/unavailable', error);
    }
    return new RedisBus(sender, reader, onError);
  }

  async publish(channel: string, message: BusMessage): Promise<void> {
    await this.append(channel, JSON.stringify(message), KEPT_MESSAGES);
  }

  async subscribe(channel: string, handler: BusHandler): Promise<() => Promise<void>> {
    const newest = await this.newestId(channel);
    if (!this.positions.has(channel)) this.positions.set(channel, newest);
    const subscription = new Subscription(channel, handler, this.onError);
    this.subscriptions.add(subscription);
    this.reading ??= this.readOn();
    await this.append(WAKE, channel, 1);
    return async () => {
      this.subscriptions.remove(subscription);
      if (!this.subscriptions.has(channel)) this.positions.delete(channel);
    };
  }

  async close(): Promise<void> {
    this.closed = true;
    this.reader.disconnect();
    await this.reading;
    await this.subscriptions.endAll();
    await this.sender.quit().catch(() => this.sender.disconnect());
  }

  private async append(channel: string, json: string, keep: number): Promise<void> {
    await this.sender.xadd(PREFIX + channel, 'MAXLEN', '~', keep, '*', 'json', json);
  }

  private async newestId(channel: string): Promise<string> {
    const [newest] = await this.sender.xrevrange(PREFIX + channel, '+', '-', 'COUNT', 1);
    return newest?.[0] ?? '0-0';
  }

  private async readOn(): Promise<void> {
    while (!this.closed) {
      try {
        await this.readOnce();
      } catch (error) {
        if (this.closed) return;
        this.tellTrouble(error);
        await sleep(RETRY_MS);
      }
    }
  }

  private async readOnce(): Promise<void> {
    const asked = new Map(this.positions);
    const keys = [...asked.keys()].map((channel) => PREFIX + channel);
    const streams = [...keys, ...asked.values()];
    const answer = await this.reader.xread('COUNT', READ_AT_MOST, 'BLOCK', BLOCK_MS, 'STREAMS', ...streams);
    this.heardAt = performance.now();
    for (const [key, entries] of answer ?? []) {
      const channel = key.slice(PREFIX.length);
      // Everybody left the channel meanwhile, and perhaps somebody came back: that one starts at its own position.
      if (this.positions.get(channel) !== asked.get(channel)) continue;
      for (const [id, fields] of entries) {
        this.positions.set(channel, id);
        this.subscriptions.deliver(channel, fields[1] ?? 'null');
      }
    }
  }
  /** Each attempt to connect fails alike: once is enough. */
  private tellTrouble(error: unknown): void {
    if (this.troubleIsTold || this.closed) return;
    this.troubleIsTold = true;
    this.onError(error, null);
  }
}

/** Connects and has one answer, so that a password that is missing shows as well as one that is wrong. */
async function greet(connection: Redis): Promise<void> {
  let reason: unknown;
  const note = (error: unknown) => {
    reason ??= error;
  };
  connection.on('error', note);
  try {
    await withinTime(connection.connect().then(() => connection.ping()));
  } catch (error) {
    throw reason ?? error;
  } finally {
    connection.off('error', note);
  }
}

async function withinTime(work: Promise<unknown>): Promise<void> {
  const tooLate = sleep(GREETING_MS, undefined, { ref: false }).then(() => {
    throw new Error(`no answer within ${GREETING_MS / 1000} s`);
  });
  await Promise.race([work, tooLate]);
}
