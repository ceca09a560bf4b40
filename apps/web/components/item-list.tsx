import type { ComponentChildren } from 'preact';

interface ItemListProps {
  /** `ThreadItem`s, `SearchHitItem`s, `KinItem`s, `LineItem`s. */
  children: ComponentChildren;
  /** On a sheet of its own rather than in a card. */
  sheet?: boolean;
}

/** Things one below the other with a line between them. */
export function ItemList({ children, sheet = false }: ItemListProps) {
  return <div class={sheet ? 'items sheet' : 'items'}>{children}</div>;
}

interface LineItemProps {
  href: string;
  title: string;
  lang?: string;
  /** A quiet line below. */
  note?: ComponentChildren;
  /** A warm line above, such as a time that is near. */
  when?: ComponentChildren;
}

/** The smallest item: a link and a line about it. */
export function LineItem({ href, title, lang, note, when }: LineItemProps) {
  return (
    <div class="line-item">
      {when && <span class="line-when">{when}</span>}
      <a href={href} lang={lang} dir="auto">
        {title}
      </a>
      {note && <small>{note}</small>}
    </div>
  );
}
