import type { BusErrorListener, BusHandler, BusMessage } from './bus.js';

/** One handler on one channel with the messages that wait for it. */
export class Subscription {
  private running: Promise<void> = Promise.resolve();
  private ended = false;

  constructor(
    readonly channel: string,
    private readonly handler: BusHandler,
    private readonly onError: BusErrorListener,
  ) {}

  /** Queues the message. */
  deliver(message: BusMessage): void {
    this.running = this.running.then(() => this.handle(message));
  }

  end(): void {
    this.ended = true;
  }

  /** Resolves when no handler call is running any more. */
  async settled(): Promise<void> {
    await this.running;
  }

  private async handle(message: BusMessage): Promise<void> {
    if (this.ended) return;
    try {
      await this.handler(message);
    } catch (error) {
      this.onError(error, this.channel);
    }
  }
}

/** The subscriptions of one process by channel. */
export class Subscriptions {
  private readonly byChannel = new Map<string, Set<Subscription>>();

  add(subscription: Subscription): void {
    const others = this.byChannel.get(subscription.channel) ?? new Set();
    this.byChannel.set(subscription.channel, others.add(subscription));
  }

  remove(subscription: Subscription): void {
    subscription.end();
    const others = this.byChannel.get(subscription.channel);
    others?.delete(subscription);
    if (others?.size === 0) this.byChannel.delete(subscription.channel);
  }

  has(channel: string): boolean {
    return this.byChannel.has(channel);
  }

  /** Read once for all handlers of the channel, and frozen, so that none changes what another sees. */
  deliver(channel: string, json: string): void {
    const subscriptions = this.byChannel.get(channel);
    if (!subscriptions) return;
    const message = frozen(JSON.parse(json) as BusMessage);
    for (const subscription of subscriptions) subscription.deliver(message);
  }

  /** Ends all and waits for running handlers. */
  async endAll(): Promise<void> {
    const all = [...this.byChannel.values()].flatMap((subscriptions) => [...subscriptions]);
    for (const subscription of all) this.remove(subscription);
    await Promise.all(all.map((subscription) => subscription.settled()));
  }
}

function frozen(message: BusMessage): BusMessage {
  if (typeof message !== 'object' || message === null) return message;
  for (const part of Object.values(message)) frozen(part ?? null);
  Object.freeze(message);
  return message;
}
