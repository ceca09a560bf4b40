import { Injectable } from '@nestjs/common';
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
    private readonly config: Config,
  ) {}

  /** The address to open, for seven days and once; null when there is an administrator. Earlier links stop working. */
  async execute(): Promise<string | null> {
    if ((await this.people.countAdministrators()) > 0) return null;
    const token = await this.graph.write((tx) => this.credentials.createAdministratorLink(tx));
    return `${this.config.baseUrl}/become-administrator?token=${token}`;
  }
}
