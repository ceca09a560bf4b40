import { newClientKey } from './client-key.js';
import {
  type Draft,
  draftOfWindow,
  draftWasSent,
  dropDraft,
  type Entries,
  findDrafts,
  keepDraft,
  rememberDraftOfWindow,
  writtenIn,
} from './drafts.js';
import { fill } from './reader-wishes.js';

const KEEP_AFTER_MS = 400;
const MOST_OFFERED = 3;
/** The server says by it that a form was carried out: see `page-route.ts`. */
const SENT_COOKIE = 'minga_sent';

/** One long form: keeps what is written in it on this device, and offers what was written before. */
export class FormDraft {
  private readonly key: string;
  private readonly id: string;
  private readonly original: string;
  private isChanged = false;
  private timer = 0;

  constructor(private readonly form: HTMLFormElement) {
    // Devices are shared: a draft is its writer's alone.
    const writer = document.querySelector<HTMLElement>('[data-unsent]')?.dataset.unsent ?? '';
    this.key = `${writer}:${form.dataset.draft}`;
    const drafts = findDrafts((key) => key === this.key);
    const here = new Set(writtenIn(this.entries()));
    const isShown = ({ entries }: Draft) => writtenIn(entries).every((entry) => here.has(entry));
    // The form came back from the server with all that the draft holds: this window goes on with it.
    const own = drafts.find((draft) => draft.id === draftOfWindow(this.key) && isShown(draft));
    this.id = own?.id ?? newClientKey();
    this.original = own ? '' : this.content();
    this.offer(drafts.filter((draft) => !isShown(draft)));
  }

  start(): void {
    const marker = document.createElement('input');
    Object.assign(marker, { type: 'hidden', name: '_draft', value: this.id });
    this.form.append(marker);
    this.form.addEventListener('input', () => {
      this.isChanged = true;
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => this.keep(), KEEP_AFTER_MS);
    });
    this.form.addEventListener('submit', () => this.keep());
    addEventListener('pagehide', () => this.keep());
  }

  private entries(): Entries {
    return [...new FormData(this.form)].flatMap(
      ([name, value]): Entries => (typeof value === 'string' && !name.startsWith('_') ? [[name, value]] : []),
    );
  }

  private content(): string {
    return writtenIn(this.entries()).join('\n');
  }

  /** Nothing is kept that another window sent, as long as nothing was typed here since. */
  private keep(): void {
    clearTimeout(this.timer);
    if (!this.isChanged) return;
    this.isChanged = false;
    const status = this.form.querySelector<HTMLElement>('[data-draft-status]');
    const isEmpty = this.content() === this.original;
    if (isEmpty) dropDraft(this.key, this.id);
    const isKept = !isEmpty && keepDraft(this.draft(this.entries(), document.documentElement.lang));
    if (isKept) rememberDraftOfWindow(this.key, this.id);
    if (status) status.textContent = isKept ? (status.dataset.saved ?? '') : '';
  }

  private draft(entries: Entries, lang: string): Draft {
    const { key, id } = this;
    const page = location.pathname + location.search;
    const clientKey = entries.find(([name]) => name === 'clientKey')?.[1] ?? '';
    return { key, id, entries, clientKey, pending: false, page, lang, at: Date.now() };
  }

  private offer(drafts: Draft[]): void {
    const template = this.form.querySelector<HTMLTemplateElement>('template[data-draft-offer]');
    for (const draft of drafts.slice(0, MOST_OFFERED)) {
      const bar = template?.content.firstElementChild?.cloneNode(true) as HTMLElement | undefined;
      const sentence = bar?.querySelector<HTMLElement>('[data-found]');
      if (!template || !bar || !sentence) return;
      const { lang } = document.documentElement;
      const time = new Date(draft.at).toLocaleString(lang, { dateStyle: 'medium', timeStyle: 'short' });
      sentence.textContent = fill(sentence.dataset.found, { time });
      bar.querySelector('[data-restore]')?.addEventListener('click', () => {
        this.restore(draft);
        bar.remove();
      });
      bar.querySelector('[data-discard]')?.addEventListener('click', () => {
        dropDraft(draft.key, draft.id);
        bar.remove();
      });
      template.before(bar);
    }
  }

  /** The draft moves to this window. The server draws the form with it where it can: rows and finds are drawn by it. */
  private restore(draft: Draft): void {
    keepDraft({ ...this.draft(draft.entries, draft.lang), clientKey: draft.clientKey });
    rememberDraftOfWindow(this.key, this.id);
    dropDraft(draft.key, draft.id);
    const look = this.form.querySelector<HTMLInputElement>('input[name=_look]')?.value;
    if (look) this.redraw(draft, look);
    else this.fillIn(draft.entries);
  }

  private redraw({ entries, lang }: Draft, look: string): void {
    const action = new URL(this.form.action);
    action.searchParams.set('lang', document.documentElement.lang);
    const form = document.createElement('form');
    Object.assign(form, { method: 'post', action: action.href, hidden: true });
    const csrf = String(new FormData(this.form).get('_csrf') ?? '');
    const [button = '', value = ''] = look.split('=');
    for (const [name, text] of [...entries, ['_csrf', csrf], ['_lang', lang], [button, value]] as Entries) {
      const field = document.createElement('textarea');
      field.name = name;
      field.value = text;
      form.append(field);
    }
    document.body.append(form);
    form.submit();
  }

  private fillIn(entries: Entries): void {
    for (const field of this.form.querySelectorAll<HTMLInputElement>('input, textarea, select')) {
      const values = entries.filter(([name]) => name === field.name).map(([, value]) => value);
      const isTicked = field.type === 'checkbox' || field.type === 'radio';
      if (isTicked) field.checked = values.includes(field.value);
      else if (field.type !== 'hidden' && values[0] !== undefined) field.value = values[0];
    }
    this.form.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

/** The form before this page was carried out: its draft is done with. */
export function dropSentDraft(): void {
  const id = new RegExp(`(?:^|; )${SENT_COOKIE}=([0-9a-z]{26})`).exec(document.cookie)?.[1];
  if (!id) return;
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is not in every browser yet
  document.cookie = `${SENT_COOKIE}=; Max-Age=0; path=/; SameSite=Strict`;
  for (const draft of findDrafts(() => true).filter((one) => one.id === id)) draftWasSent(draft);
}
