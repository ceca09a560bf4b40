import { Injectable } from '@nestjs/common';
import { SharedSecrets } from '../../platform/access/shared-secrets.js';
import { Config } from '../../platform/config/config.js';
import { Graph } from '../../platform/graph/graph.js';
import { CredentialsRepository } from '../credentials.repository.js';
import { IdentityRepository } from '../identity.repository.js';

/** The way to the first administrator: a link shown to whoever starts Minga. */
@Injectable()
export class CreateAdministratorLink {
  constructor(
    private readonly graph: Graph,
    private readonly people: IdentityRepository,
    private readonly credentials: CredentialsRepository,
    private readonly secrets: SharedSecrets,
    private readonly config: Config,
  ) {}

  /**
   * The address to open, for seven days and once; null when there is an administrator. It stays the same until then, so
   * that several processes, or one that is started again, all tell the same.
   */
  async execute(): Promise<string | null> {
    if ((await this.people.countAdministrators()) > 0) return null;
    const token = await this.graph.write(async (tx) => {
      const secret = await this.secrets.take(tx, 'administrator-link');
      return this.credentials.administratorLink(tx, secret);
    });
    return `${this.config.baseUrl}/become-administrator?token=${token}`;
  }
}
