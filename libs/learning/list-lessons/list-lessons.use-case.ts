import { Injectable } from '@nestjs/common';
import { requireAccess } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import type { EntityRef } from '../../platform/entities/entity.js';
import { Graph } from '../../platform/graph/graph.js';
import { readSession } from '../learning.access.js';
import { listLessonsAbout } from '../live.cypher.js';

export interface LessonAboutView {
  id: string;
  url: string;
  text: string;
  at: string;
  learnedIn: EntityRef | null;
}

/** What sessions learned about a case, newest first. */
@Injectable()
export class ListLessons {
  constructor(private readonly graph: Graph) {}

  /** @param about key of the case */
  async execute(actor: Actor, about: string, limit: number): Promise<LessonAboutView[]> {
    requireAccess(readSession, actor, undefined);
    const rows = await this.graph.read(listLessonsAbout, { about, limit });
    return rows.map(({ learnedIn: [session = null], ...lesson }) => ({ ...lesson, learnedIn: session }));
  }
}
