import type { FieldError } from '../../platform/errors/domain-error.js';
import type { CaseContent } from './case-content.js';

export const FIRST_YEAR = 1800;
/** A case may be planned, but not for another generation. */
export const YEARS_AHEAD = 10;

type Years = Pick<CaseContent, 'startYear' | 'endYear' | 'ongoing'>;

/** What is wrong with the years of a case; empty when nothing is. */
export function findYearProblems({ startYear, endYear, ongoing }: Years, thisYear: number): FieldError[] {
  const last = thisYear + YEARS_AHEAD;
  const problems: FieldError[] = [];
  for (const [field, year] of Object.entries({ startYear, endYear })) {
    if (year !== null && (!Number.isInteger(year) || year < FIRST_YEAR || year > last)) {
      problems.push({
        field,
        code: 'cases/year-out-of-range',
        data: { first: String(FIRST_YEAR), last: String(last) },
      });
    }
  }
  if (problems.length > 0) return problems;
  if (startYear !== null && endYear !== null && endYear < startYear)
    return [{ field: 'endYear', code: 'cases/ends-before-start' }];
  if (ongoing && endYear !== null && endYear < thisYear)
    return [{ field: 'ongoing', code: 'cases/ongoing-but-ended' }];
  return [];
}

const MOST_YEARS = 50;

/** The years in which the case ran, as far as they are known. */
export function yearsOf({ startYear, endYear, ongoing }: Years, thisYear: number): number[] {
  const first = startYear ?? endYear;
  if (first === null) return [];
  const last = Math.max(first, endYear ?? (ongoing ? thisYear : first));
  return Array.from({ length: Math.min(MOST_YEARS, last - first + 1) }, (_, index) => first + index);
}
