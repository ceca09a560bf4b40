import type { LivePerson } from '../../../libs/platform/realtime/live-events.js';
import { fill } from './reader-wishes.js';

/** A break shorter than this is not worth a word. */
const PATIENCE_MS = 2000;
const BACK_SHOWN_MS = 8000;

/** The lines that tell who reads, who writes and how the connection is. Each may be missing from the page. */
export class RoomLines {
  private connectionTimer = 0;
  private writing: LivePerson[] = [];

  constructor(private readonly root: HTMLElement) {}

  /** @param count everyone in the room, the reader among them */
  presence(count: number): void {
    const line = this.find('[data-presence]');
    if (!line) return;
    line.textContent = fill(line.dataset.template, { count });
    line.hidden = count < 2;
  }

  typing(people: LivePerson[]): void {
    this.writing = people;
    const line = this.find('[data-typing]');
    if (!line) return;
    const [first, second] = people.map(({ name }) => name);
    if (first === undefined) line.textContent = '';
    else if (people.length > 2) line.textContent = fill(line.dataset.many);
    else if (second === undefined) line.textContent = fill(line.dataset.one, { name: first });
    else line.textContent = fill(line.dataset.two, { first, second });
  }

  /** Whoever has just posted no longer writes. */
  hasPosted(personId: string): void {
    this.typing(this.writing.filter(({ id }) => id !== personId));
  }

  lost(): void {
    clearTimeout(this.connectionTimer);
    this.connectionTimer = window.setTimeout(() => this.connection('reconnecting'), PATIENCE_MS);
  }

  /** @param missed how many posts came meanwhile */
  back(missed: number): void {
    clearTimeout(this.connectionTimer);
    const line = this.find('[data-connection]');
    if (!line || (line.hidden && missed === 0)) return;
    if (missed === 0) {
      line.hidden = true;
      return;
    }
    this.connection('back', missed);
    this.connectionTimer = window.setTimeout(() => {
      line.hidden = true;
    }, BACK_SHOWN_MS);
  }

  /** The page as a whole is out of date, for example because the thread was closed. */
  outOfDate(): void {
    const notice = this.find('[data-out-of-date]');
    if (notice) notice.hidden = false;
  }

  private connection(state: 'reconnecting' | 'back', count = 0): void {
    const line = this.find('[data-connection]');
    const sentence = fill(line?.dataset[state], { count });
    if (!line || !sentence) return;
    line.textContent = sentence;
    line.hidden = false;
  }

  private find(selector: string): HTMLElement | null {
    return this.root.querySelector<HTMLElement>(selector) ?? document.querySelector<HTMLElement>(selector);
  }
}
