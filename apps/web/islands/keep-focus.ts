const FOCUSABLE = 'a[href], button, input, select, textarea, summary, [tabindex]';

/**
 * Replaces a part of the page without losing the place of the keyboard: what had the focus in the old part has it in
 * the new one, and where that is gone, the new part itself.
 */
export function keepFocus(old: HTMLElement, fresh: HTMLElement, replace: () => void): void {
  const focused = document.activeElement;
  const had = focused instanceof HTMLElement && old.contains(focused) ? focused : null;
  const place = had ? [...old.querySelectorAll(FOCUSABLE)].indexOf(had) : -1;
  replace();
  if (!had) return;
  const likely = [...fresh.querySelectorAll<HTMLElement>(FOCUSABLE)];
  const next =
    likely.find((one) => nameOf(one) === nameOf(had)) ??
    (likely[place]?.tagName === had.tagName ? likely[place] : undefined);
  if (!next) fresh.tabIndex = -1;
  (next ?? fresh).focus({ preventScroll: true });
}

/** What tells an element from those beside it: where it leads, or what it sends. */
function nameOf(element: HTMLElement): string {
  return [element.tagName, element.getAttribute('href'), element.getAttribute('name')].join(' ');
}
