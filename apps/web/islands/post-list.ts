import { fetchPatiently } from './fetch-patiently.js';
import { keepFocus } from './keep-focus.js';
import { fill } from './reader-wishes.js';

/** Which posts belong to the page, and where the next page is. */
export interface PageWindow {
  /** Address of one post as the server draws it, with `{number}`. */
  fragmentUrl: string;
  /** The highest number that may stand on this page. */
  end: number;
  /** How many posts the thread had when the page was drawn. */
  postCount: number;
  /** Where later posts are. */
  nextHref: string | null;
}

/** How close to the end of the list one counts as reading there, in pixels. */
const NEAR = 120;

/** So much of a post is read out when it comes, in characters; the rest can be read in its place. */
const ANNOUNCED_LENGTH = 300;

/** The posts on the page. New ones come in below, so that nothing moves that is being read. */
export class PostList {
  private work: Promise<void> = Promise.resolve();
  private readonly unseen = new Set<number>();
  /** The highest number of a new post that stands on a later page. */
  private beyond = 0;
  private firstBeyond = Number.POSITIVE_INFINITY;

  constructor(
    private readonly root: HTMLElement,
    private readonly window: PageWindow,
  ) {
    addEventListener('scroll', () => this.noticeSeen(), { passive: true });
  }

  get lastNumber(): number {
    return Math.max(this.window.postCount, this.beyond, ...this.posts().map(numberOf));
  }

  has(number: number): boolean {
    return this.find(number) !== null;
  }

  /** @returns whether the post stands on this page now; one of a later page only counts in the bar */
  add(number: number, isOwn = false): Promise<boolean> {
    if (number > this.window.end) {
      this.beyond = Math.max(this.beyond, number);
      this.firstBeyond = Math.min(this.firstBeyond, number);
      this.showBar();
      return Promise.resolve(false);
    }
    return this.inTurn(async () => {
      if (this.has(number)) return true;
      const wasNear = this.isNearEnd();
      const post = await this.fetchPost(number);
      if (!post) return false;
      post.classList.add('fresh', 'new');
      this.place(post, number);
      if (isOwn) post.scrollIntoView({ block: 'nearest' });
      else if (wasNear) this.announce(post);
      else this.unseen.add(number);
      this.showBar();
      return true;
    });
  }

  /** Draws a post anew that is on the page. */
  replace(number: number): Promise<boolean> {
    return this.inTurn(async () => {
      if (!this.has(number)) return false;
      const post = await this.fetchPost(number);
      const article = post?.matches('[data-number]')
        ? post
        : post?.querySelector<HTMLElement>('[data-number]');
      const old = this.find(number);
      if (article && old) keepFocus(old, article, () => old.replaceWith(article));
      return true;
    });
  }

  /** Tells those who listen to the page what has come; further up they are told by the bar. */
  private announce(post: HTMLElement): void {
    const line = document.querySelector('[data-announced]');
    const article = post.matches('[data-number]') ? post : post.querySelector('[data-number]');
    if (!line || !article) return;
    const words = article.querySelector('.prose');
    const label = document.createElement('p');
    label.textContent = article.getAttribute('aria-label');
    const text = document.createElement('p');
    text.lang = words?.getAttribute('lang') ?? '';
    text.textContent = (words?.textContent ?? '').trim().slice(0, ANNOUNCED_LENGTH);
    line.replaceChildren(label, text);
  }

  private posts(): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>('[data-number]')];
  }

  private find(number: number): HTMLElement | null {
    return this.root.querySelector(`#post-${number}`);
  }

  private async fetchPost(number: number): Promise<HTMLElement | null> {
    const url = new URL(this.window.fragmentUrl.replace('{number}', String(number)), location.href);
    url.searchParams.set('lang', document.documentElement.lang);
    const response = await fetchPatiently(url);
    if (!response?.ok) return null;
    const template = document.createElement('template');
    template.innerHTML = await response.text();
    return template.content.firstElementChild as HTMLElement | null;
  }

  private place(post: HTMLElement, number: number): void {
    const list = this.root.querySelector<HTMLElement>('[data-posts]') ?? this.posts().at(-1)?.parentElement;
    const later = this.posts().find((other) => numberOf(other) > number);
    if (later) (later.parentElement?.matches('li') ? later.parentElement : later).before(post);
    else (list ?? this.root).append(post);
  }

  private isNearEnd(): boolean {
    const last = this.posts().at(-1);
    return !last || last.getBoundingClientRect().bottom <= innerHeight + NEAR;
  }

  private noticeSeen(): void {
    if (this.unseen.size === 0) return;
    for (const number of this.unseen) {
      const top = this.find(number)?.getBoundingClientRect().top ?? 0;
      if (top <= innerHeight - NEAR / 2) this.unseen.delete(number);
    }
    this.showBar();
  }

  private showBar(): void {
    const bar = this.root.querySelector<HTMLElement>('[data-new-replies]');
    const link = bar?.querySelector('a');
    if (!bar || !link) return;
    const count = this.unseen.size + (this.beyond ? this.beyond - this.firstBeyond + 1 : 0);
    const first = Math.min(...this.unseen);
    link.href = this.unseen.size > 0 ? `#post-${first}` : (this.window.nextHref ?? location.href);
    link.textContent = fill(link.dataset.template, { count });
    bar.hidden = count === 0;
  }

  /** One post after the other, so that they come in their order. */
  private inTurn(work: () => Promise<boolean>): Promise<boolean> {
    const turn = this.work.then(work).catch(() => false);
    this.work = turn.then(() => {});
    return turn;
  }
}

function numberOf(post: HTMLElement): number {
  return Number(post.dataset.number);
}
