import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { FieldLabels, FieldLabelsContext } from './field-labels.js';
import { TextProvider, type Texts } from './text.js';

/** A whole page: `page` is a `Layout` element. */
export function renderDocument(texts: Texts, page: VNode): string {
  return `<!doctype html>${renderFragment(texts, page)}`;
}

/** A piece of a page, drawn by the same components; islands put it in place as it is. */
export function renderFragment(texts: Texts, fragment: VNode): string {
  const labels = new FieldLabels();
  const draw = () =>
    renderToString(
      <TextProvider value={texts}>
        <FieldLabelsContext.Provider value={labels}>{fragment}</FieldLabelsContext.Provider>
      </TextProvider>,
    );
  const drawn = draw();
  return labels.isMissed ? draw() : drawn;
}
