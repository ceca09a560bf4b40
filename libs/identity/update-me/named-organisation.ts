import { Injectable } from '@nestjs/common';
import { FindActors } from '../../atlas/index.js';
import { entityKey, parseEntityKey } from '../../platform/entities/entity.js';
import { invalid } from '../../platform/errors/domain-error.js';
import { meantOrganisation } from '../rules/organisation-match.js';

/** The organisation of a profile: in words, and as the organisation of the atlas that is meant, by key. */
export interface NamedOrganisation {
  organisation: string;
  worksFor: string | null;
}

/** Links profiles to organisations of the atlas. It never adds one: what a profile says is no source for the atlas. */
@Injectable()
export class OrganisationNames {
  constructor(private readonly findActors: FindActors) {}

  /**
   * A link that was chosen brings its name along. Words are looked up only when they change, so that whoever undid a
   * link is not linked again.
   * @param country ISO 3166-1 alpha-3 of where the person lives
   * @throws {DomainError} `platform/invalid-input` with `identity/unknown-organisation` on the field
   */
  async resolve(
    { organisation, worksFor }: Partial<NamedOrganisation>,
    before: NamedOrganisation,
    country: string | null,
  ): Promise<NamedOrganisation> {
    if (worksFor) return { organisation: await this.nameOf(worksFor), worksFor };
    const words = organisation ?? before.organisation;
    if (worksFor === null) return { organisation: words, worksFor };
    if (words === before.organisation) return { ...before };
    const meant = meantOrganisation(await this.findActors.named(words), country);
    return { organisation: words, worksFor: meant && entityKey('actor', meant.id) };
  }

  private async nameOf(actorKey: string): Promise<string> {
    const actor = await this.findActors.find(parseEntityKey(actorKey).id);
    if (actor) return actor.name;
    throw invalid('platform/invalid-input', {}, [
      { field: 'worksFor', code: 'identity/unknown-organisation' },
    ]);
  }
}
