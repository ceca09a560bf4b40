import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { Locale } from '../../platform/i18n/locales.js';
import type { GroupSummaryView, Listing } from '../atlas.schemas.js';
import { AtlasViews, byName } from '../atlas.views.js';
import { loadReference } from '../reference.js';
import { membersOn } from '../rules/group-membership.js';

/** The groups of countries, by name. */
@Injectable()
export class ListGroups {
  constructor(
    private readonly views: AtlasViews,
    private readonly clock: Clock,
  ) {}

  execute(locale: Locale): Listing<GroupSummaryView> {
    const today = this.clock.iso().slice(0, 10);
    const items = loadReference().groups.map((group) => ({
      ...this.views.named('group', group.code, locale),
      description: group.description,
      memberCount: membersOn(group, today).length,
    }));
    return { items: items.sort(byName(locale)) };
  }
}
