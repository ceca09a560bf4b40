import { Injectable } from '@nestjs/common';
import { ListLinked } from '../../../libs/platform/entities/list-linked.use-case.js';
import { CaseCounts } from '../rendering/case-counts.js';
import { EntityActivitySource } from '../rendering/entity-activity.js';
import { PageNames } from '../rendering/names.js';
import { Pages } from '../rendering/pages.js';

/** What every page of the atlas needs. */
@Injectable()
export class AtlasPages {
  constructor(
    readonly pages: Pages,
    readonly names: PageNames,
    readonly counts: CaseCounts,
    readonly activity: EntityActivitySource,
    readonly listLinked: ListLinked,
  ) {}
}
