import { ulid } from 'ulid';
import type { Member, Post } from './member.js';

/** A reply of which the server has said that it is kept. */
export interface Acknowledged {
  thread: string;
  number: number;
  id: string;
  body: string;
  author: string;
}

/** A reply that was sent when the server went away: it may be kept or not, but never twice and never in part. */
export interface Unanswered {
  member: Member;
  thread: string;
  body: string;
  clientKey: string;
}

/** Members who write as fast as they are answered, and a list of what they were promised. */
export class Writers {
  readonly acknowledged: Acknowledged[] = [];
  readonly unanswered: Unanswered[] = [];
  /** Answers other than 201, by status. */
  readonly refused: { status: number; code: string; retryAfter: string | null }[] = [];
  private writing = false;
  private count = 0;
  private work: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly members: Member[],
    private readonly threads: string[],
  ) {}

  start(): void {
    this.writing = true;
    this.work = Promise.all(this.members.map((member, at) => this.write(member, at)));
  }

  /** Resolves when everyone has had their last answer, or lost their connection. */
  async stop(): Promise<void> {
    this.writing = false;
    await this.work;
  }

  /** Sends again what was never answered, as a program on a bad line does. */
  async sendAgain(): Promise<void> {
    for (const { member, thread, body, clientKey } of this.unanswered.splice(0)) {
      const answer = await member.reply(thread, body, clientKey);
      if (answer.status !== 201) throw new Error(`refused: ${JSON.stringify(answer.body)}`);
      this.note(thread, answer.body, body, member);
    }
  }

  private async write(member: Member, at: number): Promise<void> {
    while (this.writing) {
      const thread = this.threads[at % this.threads.length] ?? '';
      const body = `${wordFor(this.count++)} ${'is kept whole '.repeat(20)}until its end`;
      const clientKey = ulid().toLowerCase();
      try {
        const answer = await member.reply(thread, body, clientKey);
        if (answer.status === 201) this.note(thread, answer.body, body, member);
        else {
          const { status, headers } = answer;
          this.refused.push({ status, code: answer.body.code, retryAfter: headers.get('retry-after') });
          this.unanswered.push({ member, thread, body, clientKey });
        }
      } catch {
        this.unanswered.push({ member, thread, body, clientKey });
        return;
      }
    }
  }

  private note(thread: string, { id, number }: Post, body: string, member: Member): void {
    this.acknowledged.push({ thread, number, id, body, author: member.id });
  }
}

/** A word that no other reply holds, and that no typo makes of another. */
export function wordFor(count: number): string {
  const digits = [...count.toString(4).padStart(6, '0')];
  return digits.map((digit) => ['bura', 'kefi', 'lozo', 'mytu'][Number(digit)]).join('');
}

/** What is wrong with the posts of a thread, in words; empty when nothing is. */
export function faultsOf(thread: string, posts: Post[], acknowledged: Acknowledged[]): string[] {
  const faults: string[] = [];
  posts.forEach((post, at) => {
    if (post.number !== at + 1) faults.push(`#${post.number} stands where #${at + 1} should`);
    if (at > 0 && !post.body.trimEnd().endsWith('until its end')) faults.push(`#${post.number} is not whole`);
    if (!post.author?.id) faults.push(`#${post.number} has no author`);
  });
  const bodies = posts.map(({ body }) => body);
  if (new Set(bodies).size < bodies.length) faults.push('a reply is there twice');
  for (const kept of acknowledged.filter((each) => each.thread === thread)) {
    const post = posts[kept.number - 1];
    if (post?.id !== kept.id || post.body !== kept.body || post.author.id !== kept.author) {
      faults.push(`#${kept.number} was acknowledged and is not what it was`);
    }
  }
  return faults;
}
