import { mayAccess } from '../platform/access/access-rule.js';
import type { Actor } from '../platform/access/actor.js';
import type { EntityRef } from '../platform/entities/entity.js';
import { type CommitmentPeople, changeOwner, reportOnCommitment } from './commitments.access.js';
import type { CommitmentRow, ReportRow } from './commitments.cypher.js';
import type { CommitmentDetailView, CommitmentReportView, CommitmentView } from './commitments.schemas.js';
import { type Day, isOverdue } from './rules/commitment-days.js';

const PERSON = 'person:';

/** What access to a commitment depends on. */
export function peopleOf(row: CommitmentRow): CommitmentPeople {
  const owner = ownerOf(row)?.key;
  return {
    ownerId: owner?.startsWith(PERSON) ? owner.slice(PERSON.length) : null,
    makerId: makerOf(row)?.id ?? null,
  };
}

export function ownerOf(row: CommitmentRow): EntityRef | null {
  return row.owners.find(({ key }) => key) ?? null;
}

/** The session or dialogue that it answers. */
export function answeredBy(row: CommitmentRow): EntityRef | null {
  return row.answers.find(({ key }) => key) ?? null;
}

function makerOf(row: CommitmentRow) {
  return row.makers.find(({ id }) => id) ?? null;
}

export function toCommitmentView(row: CommitmentRow, today: Day): CommitmentView {
  const { owners: _owners, makers: _makers, remindOn: _remindOn, ...commitment } = row;
  return {
    ...commitment,
    owner: ownerOf(row),
    answers: answeredBy(row),
    about: row.about.filter(({ key }) => key).sort((a, b) => (a.key < b.key ? -1 : 1)),
    madeBy: makerOf(row),
    overdue: isOverdue(row.state, row.dueOn, today),
  };
}

export function toReportView({ reporters, ...report }: ReportRow): CommitmentReportView {
  return { ...report, by: reporters.find(({ id }) => id) ?? null };
}

export function toCommitmentDetail(
  row: CommitmentRow,
  actor: Actor,
  {
    today,
    seq,
    reports,
    ownerIsDisabled,
  }: { today: Day; seq: number; reports: ReportRow[]; ownerIsDisabled: boolean },
): CommitmentDetailView {
  const people = peopleOf(row);
  const mayChangeOwner = mayAccess(changeOwner, actor, people);
  return {
    ...toCommitmentView(row, today),
    seq,
    reports: reports.map(toReportView),
    ownerIsDisabled: mayChangeOwner ? ownerIsDisabled : null,
    permissions: { report: mayAccess(reportOnCommitment, actor, people), changeOwner: mayChangeOwner },
  };
}
