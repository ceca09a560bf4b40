import nodemailer, { type Transporter } from 'nodemailer';
import { unavailable } from '../errors/domain-error.js';
import { type Mail, Mailer } from './mailer.js';

/** Hands mail to an SMTP server. */
export class SmtpMailer extends Mailer {
  private readonly transport: Transporter;

  constructor(
    url: string,
    private readonly from: string,
  ) {
    super();
    this.transport = nodemailer.createTransport(url);
  }

  async send(mail: Mail): Promise<void> {
    try {
      await this.transport.sendMail({ from: this.from, ...mail });
    } catch (error) {
      throw unavailable('mail/server-unreachable', error);
    }
  }
}
