import { isCalendarDay } from '../../platform/clock/calendar-day.js';
import type { CalendarDay, CountryGroup, GroupMembership } from '../reference-records.js';

export interface MembershipQuestion {
  /** Count associates and partners as well; by default only members, suspended ones among them. */
  readonly associates?: boolean;
}

function requireCalendarDay(day: string): void {
  if (!isCalendarDay(day)) throw new RangeError(`Not a day of the calendar as YYYY-MM-DD: ${day}`);
}

function holdsOn(
  membership: GroupMembership,
  day: CalendarDay,
  { associates = false }: MembershipQuestion,
): boolean {
  if (membership.status === 'associate' && !associates) return false;
  return membership.from <= day && (membership.to === undefined || day < membership.to);
}

/**
 * Who belonged to a group on a day. On the day of leaving (`to`) a member is already out.
 *
 * @throws RangeError when `day` is not a day of the calendar.
 */
export function membersOn(
  group: CountryGroup,
  day: CalendarDay,
  question: MembershipQuestion = {},
): readonly GroupMembership[] {
  requireCalendarDay(day);
  return group.members.filter((membership) => holdsOn(membership, day, question));
}

/** A group a country belonged to, and the membership that says so. */
export interface GroupOfCountry {
  readonly group: CountryGroup;
  readonly membership: GroupMembership;
}

/**
 * The groups a country (ISO alpha-3) belonged to on a day, in the order of `groups`. Membership through an organisation
 * does not count: France is in the G20 by itself, Austria is not there through the European Union.
 *
 * @throws RangeError when `day` is not a day of the calendar.
 */
export function groupsOf(
  country: string,
  day: CalendarDay,
  groups: readonly CountryGroup[],
  question: MembershipQuestion = {},
): readonly GroupOfCountry[] {
  requireCalendarDay(day);
  return groups.flatMap((group) => {
    const membership = group.members.find(
      (candidate) => candidate.country === country && holdsOn(candidate, day, question),
    );
    return membership ? [{ group, membership }] : [];
  });
}
