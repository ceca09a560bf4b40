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
} from './drafts.js';
import { fill } from './reader-wishes.js';
import { type SendResult, sendForm } from './send-form.js';

const KEEP_AFTER_MS = 400;
const TYPING_EVERY_MS = 3000;
const RETRY_AFTER_MS = [3000, 10_000, 30_000, 60_000];

/** What the page is told once a post is there; whoever shows it in place prevents the default, which is to go there. */
export type PostSent = CustomEvent<{ number: number | undefined; url: string }>;

/** One composer: keeps what is written, shows it as it will look, and sends it until the server has it. */
export class ComposerForm {
  readonly text: HTMLTextAreaElement | null;
  private readonly status: HTMLElement | null;
  private readonly submit: HTMLButtonElement | null;
  private readonly draftKey: string | undefined;
  /** What the server put in; as long as nothing differs from it, there is nothing to keep. */
  private original: Record<string, string>;
  private clientKey = newClientKey();
  /** Of the draft of this window. */
  private draftId = newClientKey();
  /** Typed since it was last kept: what another window sent meanwhile is not kept again. */
  private isChanged = false;
  private sending = false;
  private pending = false;
  private attempts = 0;
  private keepTimer = 0;
  private retryTimer = 0;
  private typedAt = 0;

  constructor(readonly form: HTMLFormElement) {
    this.text = form.querySelector('textarea');
    this.status = form.querySelector('[data-draft-status]');
    this.submit = form.querySelector('button:not([name])');
    this.draftKey = form.dataset.draft;
    this.original = this.fields();
  }

  start(): void {
    this.form.addEventListener('input', () => this.changed());
    this.form.addEventListener('keydown', (event) => this.key(event));
    this.form.addEventListener('submit', (event) => this.submitted(event));
    addEventListener('online', () => this.pending && this.send());
    addEventListener('pagehide', () => this.keep());
    this.restore();
  }

  /** Adds a hidden value, such as the post that is answered, or takes it away. */
  set(name: string, value: string | null): void {
    let field = this.form.querySelector<HTMLInputElement>(`input[type=hidden][name="${name}"]`);
    if (value === null) {
      field?.remove();
      return;
    }
    if (!field) {
      field = document.createElement('input');
      field.type = 'hidden';
      field.name = name;
      this.form.prepend(field);
    }
    field.value = value;
  }

  private put(name: string, value: string): void {
    const field = this.form.elements.namedItem(name);
    if (field instanceof HTMLSelectElement) field.value = value;
    else this.set(name, value);
  }

  /** Puts a passage at the end of the text, with the cursor behind it. */
  append(passage: string): void {
    const { text } = this;
    if (!text) return;
    const before = text.value.trimEnd();
    text.value = before ? `${before}\n\n${passage}` : passage;
    text.focus();
    text.setSelectionRange(text.value.length, text.value.length);
    this.changed();
  }

  say(sentence: string | undefined, values?: Record<string, string | number>): void {
    if (this.status) this.status.textContent = fill(sentence, values);
  }

  private get words(): DOMStringMap {
    return this.status?.dataset ?? {};
  }

  private written(): (HTMLTextAreaElement | HTMLInputElement)[] {
    return [
      ...this.form.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>('textarea, input[type=text]'),
    ];
  }

  private fields(): Record<string, string> {
    return Object.fromEntries(this.written().map(({ name, value }) => [name, value]));
  }

  /** With the post that is answered, so that an answer stays one. */
  private entries(): Entries {
    const answered = this.form.querySelector<HTMLInputElement>('input[type=hidden][name=replyTo]')?.value;
    return [...Object.entries(this.fields()), ...(answered ? ([['replyTo', answered]] as Entries) : [])];
  }

  private changed(): void {
    this.isChanged = true;
    clearTimeout(this.keepTimer);
    this.keepTimer = window.setTimeout(() => {
      if (this.keep()) this.say(this.words.saved);
    }, KEEP_AFTER_MS);
    const now = Date.now();
    if (now - this.typedAt < TYPING_EVERY_MS) return;
    this.typedAt = now;
    document.dispatchEvent(new CustomEvent('minga:typing'));
  }

  private keep(): boolean {
    clearTimeout(this.keepTimer);
    if (!this.draftKey || !(this.isChanged || this.pending)) return false;
    this.isChanged = false;
    const fields = this.fields();
    const changed = Object.entries(fields).some(([name, value]) => value !== this.original[name]);
    if (!changed) {
      if (!this.pending) dropDraft(this.draftKey, this.draftId);
      return false;
    }
    const { clientKey, pending, draftKey: key, draftId: id } = this;
    const page = location.pathname + location.search;
    const besides = pending ? this.besides() : undefined;
    const { lang } = document.documentElement;
    const entries = this.entries();
    rememberDraftOfWindow(key, id);
    return keepDraft({ key, id, entries, clientKey, pending, besides, page, lang, at: Date.now() });
  }

  /** What the form sends besides what is written in it: a language, the post that is answered. */
  private besides(): Record<string, string> {
    const own = new Set(['clientKey', ...this.written().map(({ name }) => name)]);
    const values = [...new FormData(this.form)].filter(([name]) => !own.has(name) && !name.startsWith('_'));
    return Object.fromEntries(values.map(([name, value]) => [name, String(value)]));
  }

  private restore(): void {
    const drafts = findDrafts((key) => key === this.draftKey);
    const own = this.draftKey ? draftOfWindow(this.draftKey) : null;
    const draft = drafts.find(({ id }) => id === own) ?? drafts[0];
    // Text that the server sent back, with a preview or an error, is newer than what was kept.
    if (!draft || this.text?.value) return;
    this.fillIn(draft);
    this.takeOver(draft, own);
    this.say(this.words.restored);
    if (!draft.pending) return;
    this.clientKey = draft.clientKey;
    for (const [name, value] of Object.entries(draft.besides ?? {})) this.put(name, value);
    this.pending = true;
    void this.send();
  }

  private fillIn({ entries }: Draft): void {
    const values = new Map(entries);
    for (const field of this.written()) field.value = values.get(field.name) ?? field.value;
    const answered = values.get('replyTo');
    if (answered) this.form.dispatchEvent(new CustomEvent('minga:answer', { detail: answered }));
  }

  /** Another window's draft moves here: kept twice, it could be sent twice. What that one writes from now on is new. */
  private takeOver(draft: Draft, own: string | null): void {
    if (draft.id === own || draft.pending) {
      this.draftId = draft.id;
      return;
    }
    dropDraft(draft.key, draft.id);
    keepDraft({ ...draft, id: this.draftId });
    rememberDraftOfWindow(draft.key, this.draftId);
  }

  private key(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    this.form.requestSubmit(this.submit);
  }

  private submitted(event: SubmitEvent): void {
    const button = event.submitter as HTMLButtonElement | null;
    if (button?.name === 'preview') {
      event.preventDefault();
      void this.preview();
    } else if (this.form.dataset.api) {
      event.preventDefault();
      void this.send();
    }
  }

  private async preview(): Promise<void> {
    const box = this.form.querySelector<HTMLElement>('[data-preview]');
    const csrf = String(new FormData(this.form).get('_csrf') ?? '');
    const body = new URLSearchParams({ body: this.text?.value ?? '', _csrf: csrf });
    try {
      const response = await fetch(this.form.dataset.previewUrl ?? '/preview', { method: 'POST', body });
      if (!response.ok || !box) throw new Error(`preview answered ${response.status}`);
      const prose = box.querySelector('.prose') ?? box;
      prose.innerHTML = await response.text();
      box.hidden = false;
    } catch {
      this.say(this.words.noPreview ?? this.words.waiting);
    }
  }

  private async send(): Promise<void> {
    if (this.sending) return;
    clearTimeout(this.retryTimer);
    this.sending = true;
    this.pending = true;
    this.lock(true);
    this.keep();
    this.say(this.words.sending);
    const result = await sendForm(this.form, this.clientKey);
    this.sending = false;
    if (result.kind === 'sent') this.sent(result);
    else if (result.kind === 'refused') this.refused(result.reason);
    else this.wait(result.retryAfterMs);
  }

  private sent({ number, url }: Extract<SendResult, { kind: 'sent' }>): void {
    this.pending = false;
    this.attempts = 0;
    this.clientKey = newClientKey();
    this.isChanged = false;
    if (this.draftKey) draftWasSent({ key: this.draftKey, id: this.draftId, entries: this.entries() });
    for (const field of this.written()) field.value = '';
    this.original = this.fields();
    this.set('replyTo', null);
    this.form.querySelector('.composer-target')?.remove();
    this.form.querySelector<HTMLElement>('[data-preview]')?.setAttribute('hidden', '');
    this.lock(false);
    this.say(this.words.sent);
    const event: PostSent = new CustomEvent('minga:post-sent', { detail: { number, url }, cancelable: true });
    if (document.dispatchEvent(event)) location.assign(url);
  }

  private refused(reason: string): void {
    this.pending = false;
    this.lock(false);
    this.keep();
    this.say(reason || this.words.refused);
    this.text?.focus();
  }

  /** The same words go out under the same key until there is an answer, so they must not change meanwhile. */
  private wait(retryAfterMs: number | null): void {
    const delay = retryAfterMs ?? RETRY_AFTER_MS[Math.min(this.attempts, RETRY_AFTER_MS.length - 1)];
    this.attempts += 1;
    this.say(this.words.waiting);
    this.lock(true, true);
    this.retryTimer = window.setTimeout(() => void this.send(), delay);
  }

  private lock(locked: boolean, mayRetry = false): void {
    for (const field of this.written()) field.readOnly = locked;
    if (this.submit) this.submit.disabled = locked && !mayRetry;
  }
}
