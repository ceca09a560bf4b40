import { wantsLessData } from './reader-wishes.js';

const WAIT_MS = 150;
const FEWEST_LETTERS = 2;
const KEPT_ANSWERS = 30;

/** Search as you type, as the combobox pattern of WAI-ARIA has it. Enter without a choice searches as ever. */
class SearchBox {
  private readonly list = document.createElement('div');
  private readonly answers = new Map<string, string>();
  private options: HTMLElement[] = [];
  private active = -1;
  private timer = 0;
  private asking: AbortController | null = null;

  constructor(
    private readonly form: HTMLFormElement,
    private readonly input: HTMLInputElement,
    private readonly id: string,
  ) {}

  start(): void {
    const { input, list } = this;
    list.className = 'search-suggestions';
    list.hidden = true;
    // Pressing on a suggestion must not take the focus, whose loss would close the list.
    list.addEventListener('pointerdown', (event) => event.preventDefault());
    (this.form.querySelector('.search-box') ?? this.form).append(list);
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-expanded', 'false');
    input.setAttribute('aria-controls', this.id);
    input.addEventListener('input', () => this.typed());
    input.addEventListener('compositionend', () => this.typed());
    input.addEventListener('keydown', (event) => this.key(event));
    input.addEventListener('blur', () => this.close());
  }

  private typed(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.suggest(), WAIT_MS);
  }

  private async suggest(): Promise<void> {
    this.asking?.abort();
    const words = this.input.value.trim();
    if (words.length < FEWEST_LETTERS) {
      this.close();
      return;
    }
    this.asking = new AbortController();
    const { signal } = this.asking;
    try {
      const html = this.answers.get(words) ?? (await this.ask(words, signal));
      if (!signal.aborted && document.activeElement === this.input) this.show(html);
    } catch {
      // Overtaken by a newer one, or no connection: the form still searches.
      if (!signal.aborted) this.close();
    }
  }

  private async ask(words: string, signal: AbortSignal): Promise<string> {
    const lang = document.documentElement.lang;
    const url = `${this.form.dataset.suggestUrl ?? '/search/suggest'}?${new URLSearchParams({ q: words, lang })}`;
    const response = await fetch(url, { signal });
    const html = response.ok ? await response.text() : '';
    const oldest = this.answers.keys().next();
    if (this.answers.size >= KEPT_ANSWERS && !oldest.done) this.answers.delete(oldest.value);
    this.answers.set(words, html);
    return html;
  }

  private show(html: string): void {
    this.list.innerHTML = html;
    const listbox = this.list.querySelector('ul, ol') ?? this.list;
    const links = [...this.list.querySelectorAll<HTMLAnchorElement>('a[href]')];
    if (links.length === 0) {
      this.close();
      return;
    }
    listbox.id = this.id;
    listbox.setAttribute('role', 'listbox');
    listbox.setAttribute('aria-label', this.input.getAttribute('aria-label') ?? '');
    this.options = links.map((link, index) => {
      link.tabIndex = -1;
      const option = link.closest('li') ?? link;
      option.id = `${this.id}-${index}`;
      option.setAttribute('role', 'option');
      return option;
    });
    this.list.hidden = false;
    this.input.setAttribute('aria-expanded', 'true');
    this.choose(-1);
  }

  private close(): void {
    clearTimeout(this.timer);
    this.list.hidden = true;
    this.options = [];
    this.input.setAttribute('aria-expanded', 'false');
    this.choose(-1);
  }

  private choose(index: number): void {
    this.active = index;
    for (const [place, option] of this.options.entries()) {
      option.setAttribute('aria-selected', String(place === index));
    }
    const option = this.options[index];
    if (option) this.input.setAttribute('aria-activedescendant', option.id);
    else this.input.removeAttribute('aria-activedescendant');
    option?.scrollIntoView({ block: 'nearest' });
  }

  private key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const count = this.options.length;
    if (event.key === 'ArrowDown' && count === 0) {
      void this.suggest();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (count === 0) return;
      event.preventDefault();
      // One place more than there are suggestions: the box itself, with what was typed.
      const step = event.key === 'ArrowDown' ? 1 : -1;
      this.choose(((this.active + 1 + step + count + 1) % (count + 1)) - 1);
    } else if (event.key === 'Escape' && count > 0) {
      event.preventDefault();
      this.close();
    } else if (event.key === 'Enter' && this.options[this.active]) {
      const option = this.options[this.active];
      const link = option?.matches('a') ? option : option?.querySelector('a');
      event.preventDefault();
      (link as HTMLAnchorElement | null)?.click();
    }
  }
}

/** Readers who save data are asked nothing while they type. */
export function suggestWhileTyping(): void {
  if (wantsLessData()) return;
  for (const [index, form] of document.querySelectorAll<HTMLFormElement>('form[data-search]').entries()) {
    const input = form.querySelector<HTMLInputElement>('input[name=q]');
    if (input) new SearchBox(form, input, `search-suggestions-${index}`).start();
  }
}
