import { newClientKey } from './client-key.js';

/**
 * Sends a form that only leads back to the page it stands on. Whatever else comes of it, such as a refusal, is shown as
 * without scripts: the form is sent once more, and the page it leads to opens.
 * @returns whether it was carried out
 */
export async function sendInPlace(form: HTMLFormElement, button: HTMLElement | null): Promise<boolean> {
  const body = new URLSearchParams(new FormData(form) as unknown as Record<string, string>);
  if (button instanceof HTMLButtonElement && button.name) body.set(button.name, button.value);
  const buttons = form.querySelectorAll('button');
  for (const one of buttons) one.disabled = true;
  // Carried out, the server leads on to another page, which need not be fetched.
  const answer = await fetch(form.action, { method: 'POST', body, redirect: 'manual' }).catch(() => null);
  for (const one of buttons) one.disabled = false;
  if (answer?.type !== 'opaqueredirect') {
    form.submit();
    return false;
  }
  form.reset();
  // What is written next is something new, in the same words too.
  const key = form.querySelector<HTMLInputElement>('input[name=clientKey]');
  if (key) key.value = newClientKey();
  return true;
}
