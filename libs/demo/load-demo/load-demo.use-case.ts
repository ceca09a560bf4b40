import { Injectable } from '@nestjs/common';
import type { ReportProgress } from '../../platform/operations/operation.js';
import { readDemoContent } from '../content/demo-content.js';
import { DemoItems } from '../demo-items.js';
import { DemoCases } from './demo-cases.js';
import { DemoCast } from './demo-cast.js';
import { DemoDialogues } from './demo-dialogues.js';
import { DemoSessions } from './demo-sessions.js';
import { DemoThreads } from './demo-threads.js';

/**
 * Fills the community with invented people and what they wrote, held and promised, through the same use cases that
 * people use. What does not wait for each other is made side by side, so that waiting for the disk is shared.
 */
@Injectable()
export class LoadDemo {
  constructor(
    private readonly items: DemoItems,
    private readonly cast: DemoCast,
    private readonly cases: DemoCases,
    private readonly threads: DemoThreads,
    private readonly sessions: DemoSessions,
    private readonly dialogues: DemoDialogues,
  ) {}

  /** @returns how many things were added; 0 when it was loaded already */
  async execute(report: ReportProgress): Promise<number> {
    const state = await this.items.state();
    if (state === 'loading' || state === 'loaded') return 0;
    const content = readDemoContent();
    const { people, cases, threads, sessions, dialogues } = content;
    const total = people.length + cases.length + threads.length + sessions.length + dialogues.length;
    let done = 0;
    /** Makes all of them, and says with which handle each. */
    const make = async <Part extends { handle: string }, Result>(
      parts: Part[],
      work: (part: Part, position: number) => Promise<Result>,
    ): Promise<[string, Result][]> =>
      Promise.all(
        parts.map(async (part, position) => {
          const result = await work(part, position);
          report({ step: 'Demonstration community', done: ++done, total });
          return [part.handle, result] as [string, Result];
        }),
      );
    await this.items.setState('loading');
    const actors = await this.cast.bringActors(content.actors);
    const members = new Map(await make(people, (person) => this.cast.bringPerson(person, content)));
    const cast = { actors, people: members };
    const written = await make(cases, (item, position) => this.cases.write(item, position, cast));
    const made = { ...cast, cases: new Map(written) };
    await Promise.all([
      make(threads, (thread) => this.threads.discuss(thread, made)),
      make(sessions, (session) => this.sessions.hold(session, made)),
      make(dialogues, (dialogue) => this.dialogues.hold(dialogue, made)),
    ]);
    await this.items.setState('loaded');
    return total;
  }
}
