import { Injectable } from '@nestjs/common';
import { parseEntityKey } from '../platform/entities/entity.js';
import type { FieldError } from '../platform/errors/domain-error.js';
import { SUBJECT_TYPES } from './contracts.js';
import { refusedFields } from './learning.errors.js';
import { SessionsRepository } from './sessions.repository.js';

const MAY_FACILITATE = ['facilitator', 'steward', 'administrator'];

/** Checks that what a session is about and who is to run it are there. */
@Injectable()
export class SessionReferences {
  constructor(private readonly sessions: SessionsRepository) {}

  /** What is wrong with these, by field. */
  async faultsIn(about: string[], facilitators: string[], proven: string[]): Promise<FieldError[]> {
    const asked = facilitators.filter((id) => !proven.includes(id));
    const [subjects, people] = await Promise.all([
      about.length > 0 ? this.sessions.listVisible(about) : [],
      asked.length > 0 ? this.sessions.listPeople(asked) : [],
    ]);
    const types: readonly string[] = SUBJECT_TYPES;
    const known = new Set(subjects.map(({ key }) => key));
    const roles = new Map(people.map((person) => [person.id, person.roles]));
    return [
      ...about.flatMap((key, index) =>
        known.has(key) && types.includes(parseEntityKey(key).type)
          ? []
          : [{ field: `about.${index}`, code: 'learning/about-nothing', data: { key } }],
      ),
      ...facilitators.flatMap((id, index) =>
        proven.includes(id) || roles.get(id)?.some((role) => MAY_FACILITATE.includes(role))
          ? []
          : [{ field: `facilitators.${index}`, code: 'learning/not-a-facilitator' }],
      ),
    ];
  }

  /** Those of the cases that everyone may see. @throws {DomainError} with each unknown one by its field */
  async requireCases(caseIds: (string | null)[], field: (index: number) => string): Promise<void> {
    const keys = [...new Set(caseIds.flatMap((id) => (id ? [`case:${id}`] : [])))];
    if (keys.length === 0) return;
    const known = new Set((await this.sessions.listVisible(keys)).map(({ key }) => key));
    const faults = caseIds.flatMap((id, index) =>
      id && !known.has(`case:${id}`)
        ? [{ field: field(index), code: 'learning/about-nothing', data: { key: `case:${id}` } }]
        : [],
    );
    if (faults.length > 0) throw refusedFields(faults);
  }
}
