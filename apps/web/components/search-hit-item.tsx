import type { ComponentChildren } from 'preact';
import { ItemTitle } from './item-title.js';
import { TimeStamp } from './time-stamp.js';

/** Text whose matching words are known. */
export type MarkedPieces = readonly { text: string; marked: boolean }[];

export function Marked({ pieces }: { pieces: MarkedPieces }) {
  return <>{pieces.map((piece) => (piece.marked ? <mark>{piece.text}</mark> : piece.text))}</>;
}

interface SearchHitItemProps {
  href: string;
  title: MarkedPieces;
  snippet: MarkedPieces;
  /** What it is, in the reader's language: `Case`, `Reply`. */
  kind: string;
  lang?: string;
  at?: string;
  /** Countries, goals: a few words each. */
  notes?: string[];
  /** Heading level; 2 by default. */
  level?: 2 | 3;
  children?: ComponentChildren;
}

export function SearchHitItem({
  href,
  title,
  snippet,
  kind,
  lang,
  at,
  notes = [],
  level = 2,
  children,
}: SearchHitItemProps) {
  return (
    <article class="hit item">
      <p class="item-meta">
        <span class="item-kind">{kind}</span>
        {notes.map((note) => (
          <span key={note}>{note}</span>
        ))}
        {at && <TimeStamp iso={at} />}
      </p>
      <ItemTitle level={level} lang={lang}>
        <a href={href}>
          <Marked pieces={title} />
        </a>
      </ItemTitle>
      {snippet.length > 0 && (
        <p class="item-text" lang={lang} dir="auto">
          <Marked pieces={snippet} />
        </p>
      )}
      {children}
    </article>
  );
}
