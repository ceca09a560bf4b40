import nodemailer, { type Transporter, type TransportOptions } from 'nodemailer';
import { unavailable } from '../errors/domain-error.js';
import { type Mail, Mailer, oneAddress } from './mailer.js';

/** Nobody waits for a mail, but a server that hangs must not hold a stop up either. */
const PATIENCE = {
  dnsTimeout: 5_000,
  connectionTimeout: 5_000,
  greetingTimeout: 5_000,
  socketTimeout: 30_000,
};
const LOOK_AGAIN_MS = 10_000;

/** Hands mail to an SMTP server. */
export class SmtpMailer extends Mailer {
  readonly needsServer = true;
  private readonly transport: Transporter;
  private isAway = false;
  private lookedAt = 0;

  constructor(
    url: string,
    private readonly from: string,
  ) {
    super();
    this.transport = nodemailer.createTransport({ url, ...PATIENCE } as TransportOptions);
  }

  get isUp(): boolean {
    if (this.isAway && performance.now() - this.lookedAt > LOOK_AGAIN_MS) this.greet().catch(() => undefined);
    return !this.isAway;
  }

  /** Connects and signs in, without sending anything. */
  greet(): Promise<void> {
    return this.note(this.transport.verify());
  }

  async send({ to, ...mail }: Mail): Promise<void> {
    try {
      await this.note(this.transport.sendMail({ from: this.from, to: oneAddress(to), ...mail }));
    } catch (error) {
      throw unavailable('mail/server-unreachable', error);
    }
  }

  private async note(work: Promise<unknown>): Promise<void> {
    this.lookedAt = performance.now();
    try {
      await work;
      this.isAway = false;
    } catch (error) {
      // An address that is refused says nothing about the server.
      this.isAway = !['EENVELOPE', 'EMESSAGE'].includes((error as { code?: string }).code ?? '');
      throw error;
    }
  }
}
