import { Injectable } from '@nestjs/common';
import { ListThreads, PostReply, StartThread } from '../../discussions/index.js';
import { entityKey } from '../../platform/entities/entity.js';
import type { Locale } from '../../platform/i18n/locales.js';
import type { DemoPost, DemoThread } from '../content/demo-discussions.js';
import { DemoItems } from '../demo-items.js';
import { DemoTimes } from './demo-times.js';
import { keyOf, type Made, personBy, withLinks } from './made.js';

const MINUTES_PER_DAY = 1440;

/** Lets the people of the demonstration discuss. */
@Injectable()
export class DemoThreads {
  constructor(
    private readonly items: DemoItems,
    private readonly times: DemoTimes,
    private readonly startThread: StartThread,
    private readonly listThreads: ListThreads,
    private readonly postReply: PostReply,
  ) {}

  async discuss(thread: DemoThread, made: Made): Promise<void> {
    const [opening, ...replies] = thread.posts;
    if (!opening) return;
    const { title, lang } = thread;
    const about = keyOf(made, thread.about);
    const body = withLinks(made, opening.body);
    const { id } = await this.times.at(this.times.ago(opening.daysAgo), () =>
      this.startThread.execute(personBy(made, thread.author), { about, title, lang, body }),
    );
    await this.items.record(entityKey('thread', id));
    await this.reply(id, replies, lang, made);
  }

  /** The thread that opened with a session or a dialogue goes on. */
  async goOn(about: string, posts: DemoPost[] = [], lang: Locale | undefined, made: Made): Promise<void> {
    if (posts.length === 0) return;
    const [thread] = (await this.listThreads.execute({ about, limit: 1 })).items;
    if (!thread) throw new Error(`no thread opened with ${about}`);
    await this.reply(thread.id, posts, lang, made);
  }

  private async reply(threadId: string, posts: DemoPost[], lang: Locale | undefined, made: Made) {
    for (const [index, post] of posts.entries()) {
      const replyTo = post.replyTo === undefined ? null : post.replyTo + 1;
      const input = { body: withLinks(made, post.body), lang: post.lang ?? lang, replyTo };
      // Minutes apart, so that posts of one day keep their order.
      const time = this.times.ago(post.daysAgo - (index + 1) / MINUTES_PER_DAY);
      await this.times.at(time, () => this.postReply.execute(personBy(made, post.author), threadId, input));
    }
  }
}
