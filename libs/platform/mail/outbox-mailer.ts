import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import nodemailer from 'nodemailer';
import { newId } from '../ids/new-id.js';
import { type Mail, Mailer, oneAddress } from './mailer.js';

/** Writes each mail as an `.eml` file, for installations without a mail server. */
export class OutboxMailer extends Mailer {
  readonly needsServer = false;
  /** A folder is there, or the server would not be. */
  readonly isUp = true;
  private readonly composer = nodemailer.createTransport({ streamTransport: true, buffer: true });

  constructor(
    private readonly folder: string,
    private readonly from: string,
  ) {
    super();
  }

  async send({ to, ...mail }: Mail): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    const composed = await this.composer.sendMail({ from: this.from, to: oneAddress(to), ...mail });
    const path = join(this.folder, `${newId()}.eml`);
    // Written under another name first, so that whoever watches the folder never reads half a mail.
    await writeFile(`${path}.part`, composed.message as Buffer, { mode: 0o600 });
    await rename(`${path}.part`, path);
  }
}
