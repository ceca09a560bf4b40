export interface Mail {
  to: string;
  subject: string;
  text: string;
}

/** Sends mail. `OutboxMailer` writes it to a folder, `SmtpMailer` hands it to a server. */
export abstract class Mailer {
  /** Whether mail goes to a server, which may be away. */
  abstract readonly needsServer: boolean;

  /** Whether the last mail was taken, as far as is known. Where it was not, asking has it found out anew. */
  abstract readonly isUp: boolean;

  /** Resolves when the mail is written or accepted. */
  abstract send(mail: Mail): Promise<void>;
}

/** As nodemailer takes it without reading it as a list or a group. */
export function oneAddress(address: string): { name: string; address: string } {
  return { name: '', address };
}
