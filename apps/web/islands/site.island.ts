import { dropDraftsInAccount, findDrafts } from './drafts.js';
import { dropSentDraft } from './form-drafts.js';
import { showLocalTimes } from './local-times.js';
import { suggestWhileTyping } from './search-box.js';

/** What every page has, and nothing depends on: the offline bar, menus that close, the note on what is not sent, the reader's clock, suggestions. */

function showConnection(): void {
  const bar = document.querySelector<HTMLElement>('[data-offline]');
  if (bar) bar.hidden = navigator.onLine;
}

function closeMenus(except?: Node): void {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>('details.menu[open]')) {
    if (!except || !menu.contains(except)) menu.open = false;
  }
}

function closeMenuByKey(event: KeyboardEvent): void {
  if (event.key !== 'Escape') return;
  const menu = (event.target as Element).closest<HTMLDetailsElement>('details.menu[open]');
  closeMenus();
  menu?.querySelector('summary')?.focus();
}

/** Something was written elsewhere and still waits to be sent: leads back to it. */
function showUnsent(): void {
  const notice = document.querySelector<HTMLElement>('[data-unsent]');
  const link = notice?.querySelector('a');
  if (!notice || !link) return;
  const start = `${notice.dataset.unsent ?? ''}:`;
  const unsent = findDrafts((key) => key.startsWith(start)).find(
    ({ pending, page }) => pending && page.split('?')[0] !== location.pathname,
  );
  if (unsent) link.href = unsent.page;
  notice.hidden = !unsent;
}

function leaveNoDrafts(event: Event): void {
  const action = (event.target as HTMLFormElement).getAttribute('action');
  const writer = document.querySelector<HTMLElement>('[data-unsent]')?.dataset.unsent;
  if (action === '/sign-out' && writer) dropDraftsInAccount(writer);
}

addEventListener('online', showConnection);
addEventListener('offline', showConnection);
document.addEventListener('click', (event) => closeMenus(event.target as Node));
document.addEventListener('keydown', closeMenuByKey);
document.addEventListener('submit', leaveNoDrafts);
showConnection();
dropSentDraft();
showUnsent();
showLocalTimes(document);
suggestWhileTyping();
