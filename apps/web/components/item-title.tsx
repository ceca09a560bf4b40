import type { ComponentChildren } from 'preact';

interface ItemTitleProps {
  /** Level within the page: 2 right below the title of the page, 3 below a heading. */
  level: 2 | 3;
  lang?: string;
  children: ComponentChildren;
}

/** Title of one thing in a list, in the direction of writing of its own words. */
export function ItemTitle({ level, lang, children }: ItemTitleProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <Heading class="item-title" lang={lang} dir="auto">
      {children}
    </Heading>
  );
}
