import type { ComposerForm } from './composer-form.js';

/** The links below a post, done in place: where something is missing for that, they lead to a page that does it. */

function actionOf(event: Event, name: string): { link: HTMLAnchorElement; post: HTMLElement } | null {
  if (event instanceof MouseEvent && (event.ctrlKey || event.metaKey || event.shiftKey)) return null;
  const link = (event.target as Element).closest<HTMLAnchorElement>(`a[data-action^="${name}:"]`);
  const post = link?.closest<HTMLElement>('[data-number]');
  return link && post ? { link, post } : null;
}

/** Pressing the link takes the selection away before the click comes, so it is remembered from the press. */
let selected = '';

export const quoteOnto = {
  rememberSelection(event: Event): void {
    const action = actionOf(event, 'quote');
    const selection = getSelection();
    const within = action && selection?.anchorNode && action.post.contains(selection.anchorNode);
    selected = within ? selection.toString().trim() : '';
  },

  /** Quotes what is selected in the post, or all of it. */
  click(composer: ComposerForm, event: Event): boolean {
    const action = actionOf(event, 'quote');
    const prose = action?.post.querySelector<HTMLElement>('.prose');
    if (!action || !prose) return false;
    // biome-ignore lint/performance/useDomNodeTextContent: paragraphs and breaks must become lines
    const passage = selected || prose.innerText.trim();
    selected = '';
    const lines = passage.split('\n').map((line) => `> ${line}`.trimEnd());
    answer(composer, action);
    composer.append(`${lines.join('\n')}\n\n`);
    return true;
  },
};

export function replyOnto(composer: ComposerForm, event: Event): boolean {
  const action = actionOf(event, 'reply');
  if (!action || !answer(composer, action)) return false;
  composer.text?.focus();
  return true;
}

/**
 * Marks the post as the one that is answered, in the words of its own link.
 * @returns false when the page has no `<template data-reply-target>` to show that
 */
function answer(composer: ComposerForm, { link, post }: { link: HTMLElement; post: HTMLElement }): boolean {
  const template = composer.form.querySelector<HTMLTemplateElement>('template[data-reply-target]');
  const target = template?.content.firstElementChild?.cloneNode(true) as HTMLElement | undefined;
  if (!template || !target) return false;
  const label = target.querySelector('span') ?? target;
  const replyLink = post.querySelector('a[data-action^="reply:"]') ?? link;
  label.textContent = replyLink.getAttribute('aria-label') ?? `#${post.dataset.number}`;
  target.querySelector('a')?.addEventListener('click', (event) => {
    event.preventDefault();
    composer.set('replyTo', null);
    target.remove();
  });
  composer.form.querySelector('.composer-target')?.remove();
  template.before(target);
  composer.set('replyTo', post.dataset.number ?? null);
  return true;
}

/** The post that a draft answers, as it was marked; by its number alone where it is on another page. */
export function answerAgain(composer: ComposerForm, number: string): void {
  const post =
    document.querySelector<HTMLElement>(`[data-number="${CSS.escape(number)}"]`) ??
    document.createElement('p');
  post.dataset.number ??= number;
  answer(composer, { link: post, post });
}
