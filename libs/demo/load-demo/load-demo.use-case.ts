import { Injectable } from '@nestjs/common';
import { CreateCase, createCaseBody } from '../../cases/index.js';
import { PostReply, StartThread } from '../../discussions/index.js';
import type { Person } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { entityKey } from '../../platform/entities/entity.js';
import type { ReportProgress } from '../../platform/operations/operation.js';
import {
  type DemoCase,
  type DemoThread,
  readDemoContent,
  resolveCaseLinks,
} from '../content/demo-content.js';
import { DemoItems } from '../demo-items.js';
import { type Cast, DemoCast } from './demo-cast.js';

const DAY_MS = 86_400_000;

/** What the demonstration has made so far, by the handles of its content. */
interface Made extends Cast {
  cases: Map<string, string>;
}

/** Fills the community with invented people, cases and threads, through the same use cases that people use. */
@Injectable()
export class LoadDemo {
  constructor(
    private readonly items: DemoItems,
    private readonly cast: DemoCast,
    private readonly createCase: CreateCase,
    private readonly startThread: StartThread,
    private readonly postReply: PostReply,
    private readonly clock: Clock,
  ) {}

  /** @returns how many things were added; 0 when it was loaded already */
  async execute(report: ReportProgress): Promise<number> {
    const state = await this.items.state();
    if (state === 'loading' || state === 'loaded') return 0;
    const content = readDemoContent();
    const total = content.people.length + content.cases.length + content.threads.length;
    let done = 0;
    const step = () => report({ step: 'Demonstration community', done: ++done, total });
    await this.items.setState('loading');
    const cast = await this.cast.gather(content, step);
    const made: Made = { ...cast, cases: new Map() };
    for (const [index, demoCase] of content.cases.entries()) {
      const id = await this.daysAgo(90 - 3 * index, () => this.write(demoCase, made));
      made.cases.set(demoCase.handle, id);
      step();
    }
    for (const thread of content.threads) {
      await this.discuss(thread, made);
      step();
    }
    await this.items.setState('loaded');
    return total;
  }

  private async write(demoCase: DemoCase, made: Made): Promise<string> {
    const { handle: _, author, actors, ...fields } = demoCase;
    const named = actors.map(({ actor, role }) => ({ id: made.actors.get(actor), role }));
    const input = createCaseBody.parse({ ...fields, actors: named, publish: true });
    const { id } = await this.createCase.execute(personBy(made, author), input);
    await this.items.record(entityKey('case', id));
    return id;
  }

  private async discuss(thread: DemoThread, made: Made): Promise<void> {
    const [opening, ...replies] = thread.posts;
    if (!opening) return;
    const bodyOf = (post: { body: string }) =>
      resolveCaseLinks(post.body, (handle) => `/cases/${made.cases.get(handle)}`);
    const { title, lang } = thread;
    const { id } = await this.daysAgo(opening.daysAgo, () =>
      this.startThread.execute(personBy(made, thread.author), {
        about: this.subjectOf(thread, made),
        title,
        lang,
        body: bodyOf(opening),
      }),
    );
    await this.items.record(entityKey('thread', id));
    for (const [index, reply] of replies.entries()) {
      const replyTo = reply.replyTo === undefined ? null : reply.replyTo + 1;
      const input = { body: bodyOf(reply), lang: reply.lang ?? lang, replyTo };
      // Minutes apart, so that posts of one day keep their order.
      const time = reply.daysAgo - (index + 1) / 1440;
      await this.daysAgo(time, () => this.postReply.execute(personBy(made, reply.author), id, input));
    }
  }

  private subjectOf(thread: DemoThread, made: Made): string {
    const [type, handle = ''] = thread.about.split(':');
    return type === 'case' ? entityKey('case', made.cases.get(handle) ?? handle) : thread.about;
  }

  private daysAgo<Result>(days: number, work: () => Promise<Result>): Promise<Result> {
    return this.clock.runAt(new Date(this.clock.now().getTime() - Math.max(0.01, days) * DAY_MS), work);
  }
}

function personBy(made: Made, handle: string): Person {
  const person = made.people.get(handle);
  if (!person) throw new Error(`the demonstration content names an unknown person: ${handle}`);
  return person;
}
