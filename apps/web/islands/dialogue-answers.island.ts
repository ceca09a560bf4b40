import { fill } from './reader-wishes.js';

/** Keeps answers without leaving the page, and counts what is left of a statement that is being written. */

const GIVE_UP_AFTER_MS = 30_000;

/** One press at a time: the next statement comes once this answer is kept. */
let isSending = false;

async function keepAnswer(event: SubmitEvent): Promise<void> {
  const form = event.target as HTMLFormElement;
  const card = form.closest<HTMLElement>('[data-answers]');
  const { api, statement } = form.dataset;
  const choice = (event.submitter as HTMLButtonElement | null)?.value;
  if (!card || !api || !choice) return;
  event.preventDefault();
  if (isSending) return;
  isSending = true;
  card.ariaBusy = 'true';
  const failed = form.querySelector<HTMLElement>('[data-answer-failed]');
  if (failed) failed.hidden = true;
  try {
    const problem = await sendAnswer(form, api, choice);
    if (problem !== null) tellFailure(failed, problem);
    else await showNext(card, statement ?? '');
  } catch {
    tellFailure(failed, form.dataset.failed ?? '');
  } finally {
    isSending = false;
    card.ariaBusy = null;
  }
}

/** @returns why the answer was refused; null when it is kept */
async function sendAnswer(form: HTMLFormElement, api: string, choice: string): Promise<string | null> {
  const token = form.querySelector<HTMLInputElement>('[name="_csrf"]')?.value ?? '';
  const response = await fetch(api, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', 'x-csrf-token': token },
    body: JSON.stringify({ choice }),
    signal: AbortSignal.timeout(GIVE_UP_AFTER_MS),
  });
  if (response.ok) return null;
  const { title = form.dataset.failed ?? '' } = (await response.json()) as { title?: string };
  return title;
}

/** The answer is kept already: where the next statement does not come, the whole page is loaded for it. */
async function showNext(card: HTMLElement, answered: string): Promise<void> {
  const url = new URL(card.dataset.answers ?? '', location.href);
  url.searchParams.set('answered', answered);
  url.searchParams.set('lang', document.documentElement.lang);
  const response = await fetch(url, { signal: AbortSignal.timeout(GIVE_UP_AFTER_MS) }).catch(() => null);
  if (!response?.ok) {
    location.reload();
    return;
  }
  const template = document.createElement('template');
  template.innerHTML = await response.text();
  const [next, line] = template.content.children;
  if (!(next instanceof HTMLElement)) return;
  if (line) document.getElementById(line.id)?.replaceWith(line);
  card.replaceWith(next);
  next.focus({ preventScroll: true });
}

function tellFailure(line: HTMLElement | null, reason: string): void {
  if (!line) return;
  line.textContent = reason;
  line.hidden = false;
}

function countLetters(box: HTMLElement): void {
  const text = box.querySelector('textarea');
  const line = box.querySelector('output');
  if (!text || !line) return;
  line.textContent = fill(box.dataset.counter, { count: text.maxLength - text.value.length });
  line.hidden = false;
}

document.addEventListener('submit', (event) => {
  void keepAnswer(event);
});
for (const box of document.querySelectorAll<HTMLElement>('[data-counter]')) {
  box.addEventListener('input', () => countLetters(box));
}
