import { Injectable } from '@nestjs/common';
import { mayAccess, requireAccess } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { editCase, readCase } from '../cases.access.js';
import { CasesRepository } from '../cases.repository.js';
import type { CaseHistoryView } from '../cases.views.schemas.js';

/**
 * The versions of a case, the current one last. Versions from before it was published are for those who may edit it: a draft
 * may have held what its contributor then chose not to publish.
 */
@Injectable()
export class ShowCaseHistory {
  constructor(private readonly cases: CasesRepository) {}

  async execute(actor: Actor, id: string): Promise<CaseHistoryView> {
    const { row, state } = await this.cases.getCase(id);
    requireAccess(readCase, actor, state);
    const from = mayAccess(editCase, actor, state) ? 1 : (row.publishedVersion ?? 1);
    const versions = await this.cases.listVersions(id, from);
    return {
      items: versions.map(({ data, writers, ...version }) => ({
        ...version,
        writtenBy: writers[0] ?? null,
        data: JSON.parse(data) as CaseHistoryView['items'][number]['data'],
      })),
    };
  }
}
