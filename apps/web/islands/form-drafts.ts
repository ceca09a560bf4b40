import { dropInAccount, findInAccount, noteInAccount, saveInAccount } from './account-drafts.js';
import { newClientKey } from './client-key.js';
import {
  type Draft,
  draftOfWindow,
  draftWasSent,
  dropDraft,
  type Entries,
  findDrafts,
  isSent,
  keepDraft,
  rememberDraftOfWindow,
  writtenIn,
} from './drafts.js';
import { fill } from './reader-wishes.js';

const KEEP_AFTER_MS = 400;
const SAVE_AFTER_MS = 4000;
const MOVE_WITHIN_MS = 5000;
const MOST_OFFERED = 3;
/** The server says by it that a form was carried out: see `page-route.ts`. */
const SENT_COOKIE = 'minga_sent';

/** One long form: keeps what is written in it on this device and with the account, and offers what was written before. */
export class FormDraft {
  private readonly key: string;
  private readonly writer: string;
  private id: string;
  private readonly original: string;
  private isChanged = false;
  private timer = 0;
  private saveTimer = 0;
  private saving: AbortController | null = null;
  private version: number | undefined;

  constructor(private readonly form: HTMLFormElement) {
    // Devices are shared: a draft is its writer's alone.
    this.writer = document.querySelector<HTMLElement>('[data-unsent]')?.dataset.unsent ?? '';
    this.key = `${this.writer}:${form.dataset.draft}`;
    const drafts = findDrafts((key) => key === this.key);
    // The form came back from the server with all that the draft holds: this window goes on with it.
    const own = drafts.find((draft) => draft.id === draftOfWindow(this.key) && this.isShown(draft));
    this.id = own?.id ?? newClientKey();
    this.version = own?.version;
    if (own && !own.isInAccount) this.saveSoon();
    this.original = own ? '' : this.content();
    this.offer(drafts.filter((draft) => !this.isShown(draft)));
  }

  start(): void {
    this.tellId();
    this.form.addEventListener('input', () => {
      this.isChanged = true;
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => this.keep(), KEEP_AFTER_MS);
    });
    this.form.addEventListener('submit', () => {
      this.keep();
      // What is carried out is forgotten by the server; nothing may bring it back after that.
      clearTimeout(this.saveTimer);
      this.saving?.abort();
    });
    addEventListener('pagehide', () => this.keep());
    addEventListener('online', () => this.saveSoon());
    if (this.writer) void this.offerFromAccount();
  }

  /** With the form, the server learns which draft is carried out. */
  private tellId(): void {
    const marker =
      this.form.querySelector<HTMLInputElement>('input[name=_draft]') ?? document.createElement('input');
    Object.assign(marker, { type: 'hidden', name: '_draft', value: this.id });
    this.form.append(marker);
  }

  private isShown({ entries }: Draft): boolean {
    const here = new Set(writtenIn(this.entries()));
    return writtenIn(entries).every((entry) => here.has(entry));
  }

  private async offerFromAccount(): Promise<void> {
    const drafts = await findInAccount(this.key);
    const isNew = ({ id, entries }: Draft) => id !== this.id && !isSent(this.key, entries);
    this.offer(
      drafts.filter((draft) => isNew(draft) && !this.isShown(draft)),
      'foundInAccount',
    );
  }

  private saveSoon(): void {
    clearTimeout(this.saveTimer);
    if (this.writer) this.saveTimer = window.setTimeout(() => this.save(), SAVE_AFTER_MS);
  }

  /** Takes what the device keeps to the account, unless it is there already. */
  private async save(): Promise<void> {
    const [draft] = findDrafts((key) => key === this.key).filter(({ id }) => id === this.id);
    if (!draft || draft.isInAccount || !navigator.onLine) return;
    if (this.saving) return this.saveSoon();
    this.saving = new AbortController();
    const saved = await saveInAccount({ ...draft, version: this.version }, this.csrf(), this.saving.signal);
    this.saving = null;
    if (saved.kind === 'newer') this.keepAsAnother(draft);
    if (saved.kind !== 'saved') return;
    this.version = saved.version;
    const status = this.form.querySelector<HTMLElement>('[data-draft-status]');
    if (noteInAccount(draft, saved.version) && status)
      status.textContent = status.dataset.savedInAccount ?? '';
  }

  /** The account has something else under this id, as when a window was doubled: both stay, each under its own. */
  private keepAsAnother(draft: Draft): void {
    this.id = newClientKey();
    this.version = undefined;
    this.tellId();
    keepDraft({ ...draft, id: this.id, version: undefined });
    rememberDraftOfWindow(this.key, this.id);
    this.saveSoon();
    void this.offerFromAccount();
  }

  private csrf(): string {
    return String(new FormData(this.form).get('_csrf') ?? '');
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
    if (isEmpty) this.drop(this.id);
    const isKept = !isEmpty && keepDraft(this.draft(this.entries(), document.documentElement.lang));
    if (isKept) rememberDraftOfWindow(this.key, this.id);
    if (isKept) this.saveSoon();
    if (status) status.textContent = isKept ? (status.dataset.saved ?? '') : '';
  }

  private draft(entries: Entries, lang: string): Draft {
    const { key, id } = this;
    const page = location.pathname + location.search;
    const clientKey = entries.find(([name]) => name === 'clientKey')?.[1] ?? '';
    const { version } = this;
    return { key, id, entries, clientKey, pending: false, page, lang, at: Date.now(), version };
  }

  private drop(id: string): void {
    dropDraft(this.key, id);
    if (this.writer) void dropInAccount(id, this.csrf());
  }

  private offer(drafts: Draft[], where: 'found' | 'foundInAccount' = 'found'): void {
    const template = this.form.querySelector<HTMLTemplateElement>('template[data-draft-offer]');
    for (const draft of drafts.slice(0, MOST_OFFERED)) {
      const bar = template?.content.firstElementChild?.cloneNode(true) as HTMLElement | undefined;
      const sentence = bar?.querySelector<HTMLElement>('[data-found]');
      if (!template || !bar || !sentence) return;
      const { lang } = document.documentElement;
      const time = new Date(draft.at).toLocaleString(lang, { dateStyle: 'medium', timeStyle: 'short' });
      sentence.textContent = fill(sentence.dataset[where], { time });
      bar.querySelector('[data-restore]')?.addEventListener('click', () => {
        bar.remove();
        void this.restore(draft);
      });
      bar.querySelector('[data-discard]')?.addEventListener('click', () => {
        this.drop(draft.id);
        bar.remove();
      });
      template.before(bar);
    }
  }

  /** The draft moves to this window. The server draws the form with it where it can: rows and finds are drawn by it. */
  private async restore(draft: Draft): Promise<void> {
    const moved = { ...this.draft(draft.entries, draft.lang), clientKey: draft.clientKey };
    if (keepDraft(moved)) {
      rememberDraftOfWindow(this.key, this.id);
      // The account has the new one before it loses the old one; without an answer it has both for a while.
      const patience = AbortSignal.timeout(MOVE_WITHIN_MS);
      const saved = this.writer ? await saveInAccount(moved, this.csrf(), patience) : null;
      if (saved?.kind === 'saved') {
        this.version = saved.version;
        noteInAccount(moved, saved.version);
        this.drop(draft.id);
      } else dropDraft(draft.key, draft.id);
    }
    const look = this.form.querySelector<HTMLInputElement>('input[name=_look]')?.value;
    if (look) this.redraw(draft, look);
    else this.fillIn(draft.entries);
  }

  private redraw({ entries, lang }: Draft, look: string): void {
    const action = new URL(this.form.action);
    action.searchParams.set('lang', document.documentElement.lang);
    const form = document.createElement('form');
    Object.assign(form, { method: 'post', action: action.href, hidden: true });
    const [button = '', value = ''] = look.split('=');
    for (const [name, text] of [
      ...entries,
      ['_csrf', this.csrf()],
      ['_lang', lang],
      [button, value],
    ] as Entries) {
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
