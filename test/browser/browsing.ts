import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { type RunningServer, startServer } from '../../tools/tour/start-server.mjs';

const CHROMIUM = {
  executablePath: '/usr/bin/chromium',
  args: [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

const PATIENCE_MS = 20_000;

/** The built server, with a clock that can be moved. */
const SERVER = 'test/browser/server-with-clock.mjs';

export interface Guest {
  context: BrowserContext;
  page: Page;
}

export interface GuestOptions extends BrowserContextOptions {
  /** What the guest means to do wrong, such as going offline: console messages that are no fault. */
  expected?: RegExp;
}

/** A Minga with the demonstration community, and a browser whose every page is watched for faults. */
export class Browsing {
  /** Errors in the console, in scripts, and requests to anywhere else than this Minga. */
  readonly faults: string[] = [];
  private readonly guests: BrowserContext[] = [];
  /** By how much the clock of the server was moved, in milliseconds. */
  private moved = 0;

  private constructor(
    private readonly server: RunningServer,
    readonly browser: Browser,
  ) {}

  static async start(): Promise<Browsing> {
    // One after the other: a browser would be left behind if the server did not start.
    const server = await startServer({}, SERVER);
    return new Browsing(server, await chromium.launch(CHROMIUM));
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.server.stop();
  }

  get url(): string {
    return this.server.url;
  }

  /** Where mails are written instead of being sent. */
  get outbox(): string {
    return `${this.server.dataDir}/outbox`;
  }

  /** What time it is for the server; browsers keep their own. */
  get now(): Date {
    return new Date(Date.now() + this.moved);
  }

  /** Moves the clock of the server on to a time, and has it do what is due by then: reminders, mails. */
  async moveClockTo(time: Date): Promise<void> {
    const moveBy = time.getTime() - this.now.getTime();
    await this.server.tell({ moveBy });
    this.moved += moveBy;
  }

  /** Gives a member a role, as whoever runs Minga does. */
  async grant(email: string, role: string): Promise<void> {
    await this.server.grant(email, role);
  }

  /** A browser window of somebody who was never here. */
  async guest({ expected, ...options }: GuestOptions = {}): Promise<Guest> {
    const context = await this.browser.newContext({ baseURL: this.url, locale: 'en', ...options });
    this.guests.push(context);
    context.setDefaultTimeout(PATIENCE_MS);
    const note = (fault: string) => {
      if (!expected?.test(fault)) this.faults.push(fault);
    };
    context.on('console', (message) => {
      if (message.type() === 'error') note(`${message.page()?.url()}: ${message.text()}`);
    });
    context.on('weberror', (error) => note(`${error.page()?.url()}: ${error.error().message}`));
    context.on('request', (request) => {
      if (!request.url().startsWith(this.url)) note(`request to ${request.url()}`);
    });
    return { context, page: await context.newPage() };
  }

  /** Closes all windows. */
  async leave(): Promise<void> {
    await Promise.all(this.guests.splice(0).map((context) => context.close()));
  }

  /** What was found since the last time. */
  takeFaults(): string[] {
    return this.faults.splice(0);
  }

  /** The items of a list of the interface for programs. */
  async list<Item>(path: string): Promise<Item[]> {
    const response = await fetch(`${this.url}/api/v1/${path}`);
    return ((await response.json()) as { items: Item[] }).items;
  }
}
