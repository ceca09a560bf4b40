import { Injectable } from '@nestjs/common';
import { type CaseCardView, ListCases, type ListCasesInput } from '../../../libs/cases/index.js';
import { ListThreads, type ThreadSummaryView } from '../../../libs/discussions/index.js';

const CASES = 6;
const THREADS = 5;

/** What the community did about a country, goal, theme or organisation. */
export interface EntityActivity {
  cases: CaseCardView[];
  hasMoreCases: boolean;
  threads: ThreadSummaryView[];
  hasMoreThreads: boolean;
}

@Injectable()
export class EntityActivitySource {
  constructor(
    private readonly listCases: ListCases,
    private readonly listThreads: ListThreads,
  ) {}

  /**
   * @param about key of the entity that threads are about
   * @param filter by which the cases of the entity are found
   */
  async of(
    about: string,
    filter: Partial<Pick<ListCasesInput, 'country' | 'sdg' | 'theme' | 'actor'>>,
  ): Promise<EntityActivity> {
    const [cases, threads] = await Promise.all([
      this.listCases.execute({ ...filter, limit: CASES }),
      this.listThreads.execute({ about, limit: THREADS }),
    ]);
    return {
      cases: cases.items,
      hasMoreCases: cases.nextCursor !== null,
      threads: threads.items,
      hasMoreThreads: threads.nextCursor !== null,
    };
  }
}
