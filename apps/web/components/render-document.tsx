import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { TextProvider, type Texts } from './text.js';

/** A whole page: `page` is a `Layout` element. */
export function renderDocument(texts: Texts, page: VNode): string {
  return `<!doctype html>${renderFragment(texts, page)}`;
}

/** A piece of a page, drawn by the same components; islands put it in place as it is. */
export function renderFragment(texts: Texts, fragment: VNode): string {
  return renderToString(<TextProvider value={texts}>{fragment}</TextProvider>);
}
