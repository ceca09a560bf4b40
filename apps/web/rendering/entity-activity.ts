import { Injectable } from '@nestjs/common';
import { type CaseCardView, ListCases, type ListCasesInput } from '../../../libs/cases/index.js';
import { type DialogueCardView, ListDialogues } from '../../../libs/dialogues/index.js';
import { ListThreads, type ThreadSummaryView } from '../../../libs/discussions/index.js';
import { type Gatherings, GatheringsSource } from './gatherings.js';

const CASES = 6;
const THREADS = 5;
const DIALOGUES = 4;

/** What the community says, meets and promises about something. */
export interface ActivityAround {
  threads: ThreadSummaryView[];
  hasMoreThreads: boolean;
  dialogues: DialogueCardView[];
  hasMoreDialogues: boolean;
  gatherings: Gatherings;
}

/** What it did about a country, goal, theme or organisation. */
export interface EntityActivity extends ActivityAround {
  cases: CaseCardView[];
  hasMoreCases: boolean;
}

@Injectable()
export class EntityActivitySource {
  constructor(
    private readonly listCases: ListCases,
    private readonly listThreads: ListThreads,
    private readonly listDialogues: ListDialogues,
    private readonly gatherings: GatheringsSource,
  ) {}

  /**
   * @param about key of the entity that threads are about
   * @param filter by which the cases of the entity are found
   */
  async of(
    about: string,
    filter: Partial<Pick<ListCasesInput, 'country' | 'sdg' | 'theme' | 'actor'>>,
  ): Promise<EntityActivity> {
    const [cases, around] = await Promise.all([
      this.listCases.execute({ ...filter, limit: CASES }),
      this.around(about),
    ]);
    return { ...around, cases: cases.items, hasMoreCases: cases.nextCursor !== null };
  }

  /** @param about key of an entity of any kind */
  async around(about: string, { threads: limit = THREADS } = {}): Promise<ActivityAround> {
    const [threads, dialogues, gatherings] = await Promise.all([
      this.listThreads.execute({ about, limit }),
      this.listDialogues.execute({ about, limit: DIALOGUES }),
      this.gatherings.of(about),
    ]);
    return {
      threads: threads.items,
      hasMoreThreads: threads.nextCursor !== null,
      dialogues: dialogues.items,
      hasMoreDialogues: dialogues.nextCursor !== null,
      gatherings,
    };
  }
}
