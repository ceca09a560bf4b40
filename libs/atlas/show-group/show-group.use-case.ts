import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { entityKey } from '../../platform/entities/entity.js';
import { notFound } from '../../platform/errors/domain-error.js';
import type { Locale } from '../../platform/i18n/locales.js';
import type { GroupView, MemberView } from '../atlas.schemas.js';
import { AtlasViews, toMembershipView } from '../atlas.views.js';
import { referenceIndex } from '../reference-index.js';
import type { CalendarDay, GroupMembership } from '../reference-records.js';
import { membersOn } from '../rules/group-membership.js';

/** A group with those who belonged to it on a day. */
@Injectable()
export class ShowGroup {
  constructor(
    private readonly views: AtlasViews,
    private readonly clock: Clock,
  ) {}

  /** @param on a day of the calendar; today by default */
  execute(locale: Locale, code: string, on: CalendarDay = this.clock.iso().slice(0, 10)): GroupView {
    const group = referenceIndex().groups.get(code.toLowerCase());
    if (!group) throw notFound('group');
    const all = membersOn(group, on, { associates: true }).map((member) => this.toMember(member, locale));
    const { compare } = new Intl.Collator(locale);
    all.sort((a, b) => compare(a.country?.name ?? '\uffff', b.country?.name ?? '\uffff'));
    return {
      ...this.views.named('group', group.code, locale),
      key: entityKey('group', group.code),
      names: group.names,
      description: group.description,
      source: group.source,
      checkedOn: group.checkedOn,
      on,
      members: all.filter(({ status }) => status !== 'associate'),
      associates: all.filter(({ status }) => status === 'associate'),
    };
  }

  private toMember(membership: GroupMembership, locale: Locale): MemberView {
    const { country, organisation = null } = membership;
    return {
      ...toMembershipView(membership),
      country: country === undefined ? null : this.views.named('country', country, locale),
      organisation,
    };
  }
}
