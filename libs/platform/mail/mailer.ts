export interface Mail {
  to: string;
  subject: string;
  text: string;
}

/** Sends mail. `OutboxMailer` writes it to a folder, `SmtpMailer` hands it to a server. */
export abstract class Mailer {
  /** Resolves when the mail is written or accepted. */
  abstract send(mail: Mail): Promise<void>;
}
