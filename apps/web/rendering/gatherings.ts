import { Injectable } from '@nestjs/common';
import { type CommitmentView, ListCommitments } from '../../../libs/commitments/index.js';
import {
  type LessonAboutView,
  ListLessons,
  ListSessions,
  type SessionSummaryView,
} from '../../../libs/learning/index.js';
import { VISITOR } from '../../../libs/platform/access/actor.js';

const SESSIONS = 4;
const COMMITMENTS = 5;
const LESSONS = 12;
const COMING = 4;

/** Sessions about something or with someone, what they learned about it and what was promised there. */
export interface Gatherings {
  /** Of a case; nothing else is what lessons are about. */
  lessons: LessonAboutView[];
  sessions: SessionSummaryView[];
  hasMoreSessions: boolean;
  commitments: CommitmentView[];
  hasMoreCommitments: boolean;
}

@Injectable()
export class GatheringsSource {
  constructor(
    private readonly listSessions: ListSessions,
    private readonly listLessons: ListLessons,
    private readonly listCommitments: ListCommitments,
  ) {}

  /** @param key of a case, country, theme, goal, organisation or person */
  async of(key: string): Promise<Gatherings> {
    const who = key.startsWith('person:') ? { person: key.slice('person:'.length) } : { about: key };
    const [lessons, sessions, commitments] = await Promise.all([
      key.startsWith('case:') ? this.listLessons.execute(VISITOR, key, LESSONS) : [],
      this.listSessions.execute(VISITOR, { ...who, when: 'all', limit: SESSIONS }),
      this.listCommitments.execute({ entity: key, limit: COMMITMENTS }),
    ]);
    return {
      lessons,
      sessions: sessions.items,
      hasMoreSessions: sessions.nextCursor !== null,
      commitments: commitments.items,
      hasMoreCommitments: commitments.nextCursor !== null,
    };
  }

  /** What comes next. */
  async coming(): Promise<SessionSummaryView[]> {
    return (await this.listSessions.execute(VISITOR, { when: 'upcoming', limit: COMING })).items;
  }
}
