import type { AnyEvent } from '../../../libs/platform/events/event.js';
import type { LivePerson } from '../../../libs/platform/realtime/live-events.js';
import { fetchPatiently } from './fetch-patiently.js';
import { sendInPlace } from './in-place-form.js';
import type { LiveConnection } from './live-connection.js';
import { showLocalTimes } from './local-times.js';
import { fill, wantsLessData } from './reader-wishes.js';
import { StepClock } from './step-clock.js';

/** Events that change the room as a whole: its forms, what may be done in it. */
const CHANGES_ALL = ['learning.session-closed', 'learning.session-cancelled'];
/** With more people than this, what is fetched after an event is spread over time, to spare the server a stampede. */
const CROWD = 50;
const SPREAD_PER_PERSON_MS = 4;
const LONGEST_SPREAD_MS = 3000;
/** Without a live connection, the room is fetched anew now and then. */
const ASK_EVERY_MS = 30_000;

/**
 * Keeps the parts of a live room up to date around what the server has drawn:
 * `<session-room room="session:ID" seq="N" fragment-url="/sessions/ID/room/fragment/{part}">`, with parts that say after
 * which events they look different: `<section data-part="hands" data-hears="learning.hand-raised …">`.
 */
class SessionRoom extends HTMLElement {
  private readonly clock = new StepClock(this);
  private connection: LiveConnection | null = null;
  private people = 1;
  private asking = 0;
  /** Parts that are being fetched, and whether something happened to them meanwhile. */
  private readonly fetching = new Map<string, boolean>();

  connectedCallback(): void {
    for (const line of this.querySelectorAll<HTMLElement>('[data-without-script]')) line.hidden = true;
    this.clock.start();
    this.addEventListener('submit', this.submitted);
    if (wantsLessData()) this.ask();
    else void this.connect();
  }

  disconnectedCallback(): void {
    this.removeEventListener('submit', this.submitted);
    this.clock.stop();
    clearInterval(this.asking);
    this.connection?.close();
  }

  private async connect(): Promise<void> {
    const { LiveConnection } = await import('./live-connection.js');
    if (!this.isConnected) return;
    const room = this.getAttribute('room') ?? '';
    this.connection = new LiveConnection(room, Number(this.getAttribute('seq') ?? 0), {
      event: (event) => this.hear(event),
      joined: ({ count, present }) => {
        clearInterval(this.asking);
        this.asking = 0;
        this.showPresence(count, present);
      },
      behind: () => void this.refresh('all'),
      presence: (count, present) => this.showPresence(count, present),
      typing: () => {},
      lost: () => {},
      vain: () => this.ask(),
    });
    this.connection.open();
  }

  private hear({ type }: AnyEvent): void {
    if (CHANGES_ALL.includes(type) || this.querySelector('[data-doors-closed]')) {
      const notice = this.querySelector<HTMLElement>('[data-room-changed]');
      if (notice) notice.hidden = false;
      void this.refresh('all');
      return;
    }
    for (const part of this.querySelectorAll<HTMLElement>('[data-part]')) {
      if (part.dataset.hears?.split(' ').includes(type)) void this.refresh(part.dataset.part ?? '');
    }
  }

  private ask(): void {
    this.asking ||= window.setInterval(() => {
      if (!document.hidden) void this.refresh('all');
    }, ASK_EVERY_MS);
  }

  /** Fetches a part, or all; what happens to it meanwhile makes it be fetched once more. */
  private async refresh(name: string): Promise<void> {
    if (this.fetching.has(name)) {
      this.fetching.set(name, true);
      return;
    }
    this.fetching.set(name, false);
    if (this.people > CROWD) {
      const longest = Math.min(LONGEST_SPREAD_MS, this.people * SPREAD_PER_PERSON_MS);
      await new Promise((resolve) => setTimeout(resolve, Math.random() * longest));
    }
    const path = (this.getAttribute('fragment-url') ?? '').replace('{part}', name);
    const url = new URL(path, location.href);
    url.searchParams.set('lang', document.documentElement.lang);
    const response = await fetchPatiently(url);
    if (response?.ok) this.put(await response.text());
    const again = this.fetching.get(name);
    this.fetching.delete(name);
    if (again) void this.refresh(name);
  }

  private put(html: string): void {
    const template = document.createElement('template');
    template.innerHTML = html;
    for (const newer of template.content.querySelectorAll<HTMLElement>('[data-part]')) {
      const older = this.querySelector<HTMLElement>(`[data-part="${newer.dataset.part}"]`);
      if (!older) continue;
      const focused = controlsIn(older).indexOf(document.activeElement as HTMLElement);
      older.replaceWith(newer);
      // Whoever was here with the keyboard stays here.
      if (focused >= 0) (controlsIn(newer)[focused] ?? newer).focus({ preventScroll: true });
    }
    showLocalTimes(this);
    this.clock.drawn(Date.now());
  }

  private showPresence(count: number, present: LivePerson[]): void {
    this.people = count;
    const line = this.querySelector<HTMLElement>('[data-here]');
    if (!line) return;
    const names = present.map(({ name }) => name);
    const list = new Intl.ListFormat(document.documentElement.lang, { type: 'unit' });
    const all = names.length === count;
    line.textContent = all
      ? fill(line.dataset.names, { names: list.format(names) })
      : fill(line.dataset.count, { count });
    line.hidden = count < 1;
  }

  /** Buttons and small forms do their work without leaving the page. */
  private readonly submitted = (event: SubmitEvent): void => {
    const form = event.target as HTMLFormElement;
    const part = form.closest<HTMLElement>('[data-part]')?.dataset.part ?? form.dataset.inPlace;
    if (!part) return;
    event.preventDefault();
    void sendInPlace(form, event.submitter).then((done) => {
      if (done) void this.refresh(part);
    });
  };
}

function controlsIn(part: HTMLElement): HTMLElement[] {
  return [...part.querySelectorAll<HTMLElement>('a[href], button')];
}

customElements.define('session-room', SessionRoom);
