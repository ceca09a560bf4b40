import { Bus, type BusErrorListener, type BusHandler, type BusMessage } from './bus.js';
import { Subscription, Subscriptions } from './subscription.js';

/** The bus of an installation with one process. Messages go through JSON all the same, as between processes. */
export class InProcessBus extends Bus {
  readonly isShared = false;
  /** Nobody else is there to be heard. */
  readonly isUp = true;
  private readonly subscriptions = new Subscriptions();

  constructor(private readonly onError: BusErrorListener) {
    super();
  }

  async publish(channel: string, message: BusMessage): Promise<void> {
    this.subscriptions.deliver(channel, JSON.stringify(message));
  }

  async subscribe(channel: string, handler: BusHandler): Promise<() => Promise<void>> {
    const subscription = new Subscription(channel, handler, this.onError);
    this.subscriptions.add(subscription);
    return async () => this.subscriptions.remove(subscription);
  }

  async close(): Promise<void> {
    await this.subscriptions.endAll();
  }
}
