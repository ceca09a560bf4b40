import { Injectable } from '@nestjs/common';
import { type CaseCardView, ListCases } from '../../../../libs/cases/index.js';
import { type DialogueCardView, ListDialogues } from '../../../../libs/dialogues/index.js';
import {
  ListThreads,
  ListThreadsOf,
  type ParticipatedThreadView,
  type ThreadSummaryView,
} from '../../../../libs/discussions/index.js';
import { GetMe } from '../../../../libs/identity/index.js';
import type { SessionSummaryView } from '../../../../libs/learning/index.js';
import type { Person } from '../../../../libs/platform/access/actor.js';
import { GatheringsSource } from '../../rendering/gatherings.js';

export interface HomeNews {
  cases: CaseCardView[];
  threads: ThreadSummaryView[];
  /** In which something can be said now. */
  dialogues: DialogueCardView[];
  /** That come next. */
  sessions: SessionSummaryView[];
}

/** What concerns one member. */
export interface HomeOwn {
  threads: ParticipatedThreadView[];
  drafts: CaseCardView[];
  /** Their country with what is new there; null when they have not said where they live. */
  country: {
    key: string;
    title: string;
    url: string;
    cases: CaseCardView[];
    threads: ThreadSummaryView[];
  } | null;
}

const NEW_CASES = 4;
const NEW_THREADS = 6;
/** Looked at for those that are open. */
const LATEST_DIALOGUES = 30;
const OPEN_DIALOGUES = 4;
const OWN = 5;
const OF_COUNTRY = 3;

/** Reads what the home page shows. */
@Injectable()
export class HomeReader {
  constructor(
    private readonly listCases: ListCases,
    private readonly listThreads: ListThreads,
    private readonly listDialogues: ListDialogues,
    private readonly listThreadsOf: ListThreadsOf,
    private readonly gatherings: GatheringsSource,
    private readonly getMe: GetMe,
  ) {}

  async news(): Promise<HomeNews> {
    const [cases, threads, dialogues, sessions] = await Promise.all([
      this.listCases.execute({ limit: NEW_CASES }),
      this.listThreads.execute({ limit: NEW_THREADS }),
      this.listDialogues.execute({ limit: LATEST_DIALOGUES }),
      this.gatherings.coming(),
    ]);
    const open = dialogues.items.filter(({ state }) => state === 'gathering' || state === 'deliberating');
    return {
      cases: cases.items,
      threads: threads.items,
      dialogues: open.slice(0, OPEN_DIALOGUES),
      sessions,
    };
  }

  async own(person: Person): Promise<HomeOwn> {
    const [threads, cases, me] = await Promise.all([
      this.listThreadsOf.execute(person.id, { limit: OWN }),
      this.listCases.own(person, { limit: 20 }),
      this.getMe.execute(person),
    ]);
    return {
      threads: threads.items,
      drafts: cases.items.filter(({ status }) => status === 'draft').slice(0, OWN),
      country: me.country && { ...me.country, ...(await this.ofCountry(me.country.key)) },
    };
  }

  private async ofCountry(key: string): Promise<Pick<HomeNews, 'cases' | 'threads'>> {
    const [cases, threads] = await Promise.all([
      this.listCases.linkedTo(key, { limit: OF_COUNTRY }),
      this.listThreads.execute({ about: key, limit: OF_COUNTRY }),
    ]);
    return { cases: cases.items, threads: threads.items };
  }
}
