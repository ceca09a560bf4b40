import type { AnyEvent } from '../../../libs/platform/events/event.js';
import type { PostSent } from './composer-form.js';
import type { LiveConnection } from './live-connection.js';
import { PostList } from './post-list.js';
import { PostPolling } from './post-polling.js';
import { wantsLessData } from './reader-wishes.js';
import { RoomLines } from './room-lines.js';

/** With more readers than this, fetches of a new post are spread over time, to spare the server a stampede. */
const CROWD = 50;
const SPREAD_PER_READER_MS = 4;
const LONGEST_SPREAD_MS = 3000;

/**
 * Keeps the posts of a thread up to date around what the server has drawn:
 * `<live-thread room="thread:ID" seq="N" fragment-url="/threads/ID/posts/{number}/fragment" page-end="20"
 * post-count="17" next-href="/threads/ID?after=20">`.
 */
class LiveThread extends HTMLElement {
  private readonly lines = new RoomLines(this);
  private readonly posts = new PostList(this, {
    fragmentUrl: this.getAttribute('fragment-url') ?? '',
    end: Number(this.getAttribute('page-end') ?? Number.POSITIVE_INFINITY),
    postCount: Number(this.getAttribute('post-count') ?? 0),
    nextHref: this.getAttribute('next-href'),
  });
  private readonly polling: PostPolling;
  private connection: LiveConnection | null = null;
  private you: string | null = null;
  private readers = 1;
  /** Posts that came while the connection was away; null while it is there. */
  private missed: Promise<boolean>[] | null = null;

  constructor() {
    super();
    const id = this.room.slice(this.room.indexOf(':') + 1);
    this.polling = new PostPolling(
      this.getAttribute('api-url') ?? `/api/v1/threads/${id}/posts`,
      () => this.posts.lastNumber,
      (numbers) => {
        for (const number of numbers) void this.posts.add(number);
      },
    );
  }

  connectedCallback(): void {
    document.addEventListener('minga:post-sent', this.sent);
    document.addEventListener('minga:typing', this.writes);
    if (wantsLessData()) this.polling.start();
    else if ('requestIdleCallback' in globalThis)
      requestIdleCallback(() => void this.connect(), { timeout: 2000 });
    else setTimeout(() => void this.connect(), 200);
  }

  disconnectedCallback(): void {
    document.removeEventListener('minga:post-sent', this.sent);
    document.removeEventListener('minga:typing', this.writes);
    this.polling.stop();
    this.connection?.close();
  }

  private get room(): string {
    return this.getAttribute('room') ?? '';
  }

  private async connect(): Promise<void> {
    const { LiveConnection } = await import('./live-connection.js');
    if (!this.isConnected) return;
    this.connection = new LiveConnection(this.room, Number(this.getAttribute('seq') ?? 0), {
      event: (event) => this.hear(event),
      joined: ({ you, count }) => void this.joined(you, count),
      behind: () => {
        this.lines.outOfDate();
        void this.polling.ask();
      },
      presence: (count) => this.showPresence(count),
      typing: (people) => this.lines.typing(people.filter(({ id }) => id !== this.you)),
      lost: (onPurpose) => {
        this.missed ??= [];
        if (!onPurpose) this.lines.lost();
      },
      vain: () => this.polling.start(),
    });
    this.connection.open();
  }

  private async joined(you: string | null, count: number): Promise<void> {
    this.you = you;
    this.polling.stop();
    this.showPresence(count);
    const { missed } = this;
    this.missed = null;
    if (missed) this.lines.back((await Promise.all(missed)).filter(Boolean).length);
  }

  private showPresence(count: number): void {
    this.readers = count;
    this.lines.presence(count);
  }

  private hear({ type, data }: AnyEvent): void {
    const number = Number(data.number);
    if (type === 'discussions.post-published') {
      const { id = '' } = (data.author ?? {}) as { id?: string };
      this.lines.hasPosted(id);
      const added = this.spread(id).then(() => this.posts.add(number));
      this.missed?.push(added);
    } else if (type === 'discussions.post-edited') {
      void this.spread('').then(() => this.posts.replace(number));
    } else if (type === 'discussions.thread-closed' || type === 'discussions.thread-reopened') {
      this.lines.outOfDate();
    }
  }

  private async spread(authorId: string): Promise<void> {
    if (this.readers <= CROWD || authorId === this.you) return;
    const longest = Math.min(LONGEST_SPREAD_MS, this.readers * SPREAD_PER_READER_MS);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * longest));
  }

  /** The reader's own post is shown where they wrote it, without waiting for the event. */
  private readonly sent = (event: Event): void => {
    const { number } = (event as PostSent).detail;
    const end = Number(this.getAttribute('page-end') ?? Number.POSITIVE_INFINITY);
    if (number === undefined || number > end) return;
    event.preventDefault();
    void this.posts.add(number, true);
  };

  private readonly writes = (): void => this.connection?.typing();
}

customElements.define('live-thread', LiveThread);
