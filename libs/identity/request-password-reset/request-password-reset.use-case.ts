import { Injectable } from '@nestjs/common';
import { Graph } from '../../platform/graph/graph.js';
import { CredentialsRepository } from '../credentials.repository.js';
import { IdentityRepository } from '../identity.repository.js';
import { IdentityMails } from '../mails/identity-mails.js';

/** Sends a link for choosing a new password, if there is such an account. */
@Injectable()
export class RequestPasswordReset {
  constructor(
    private readonly graph: Graph,
    private readonly people: IdentityRepository,
    private readonly credentials: CredentialsRepository,
    private readonly mails: IdentityMails,
  ) {}

  /** Returns at once and the same way for every address, so that neither answer nor time tells who has an account. */
  execute(email: string): void {
    this.mails.afterwards(() => this.sendTo(email));
  }

  /** The mail goes to the address on record, never to the spelling that was typed. */
  private async sendTo(email: string): Promise<void> {
    const person = await this.people.findCredentials(email);
    if (!person || person.invented || person.disabledAt !== null) return;
    const link = await this.graph.write((tx) => this.credentials.createLink(tx, person.id, 'reset-password'));
    // Whoever gets no other within the hour has several that work: nobody is mailed without end, nor shut out by it.
    if ('token' in link) this.mails.sendPasswordReset(person, link.token);
  }
}
