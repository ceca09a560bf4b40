interface HtmlProps {
  /** Sanitised HTML, as the Markdown renderer makes it: never text straight from a person. */
  html: string;
  lang?: string;
  class?: string;
}

/** What people wrote: set in the serif, at a comfortable measure. Each block in it has its own direction of writing. */
export function Html({ html, lang, class: extra }: HtmlProps) {
  return (
    <div
      class={extra ? `prose ${extra}` : 'prose'}
      lang={lang}
      // The one door for sanitised HTML.
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
