import type { ComponentChildren } from 'preact';
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
      <h3 class="item-title" lang={lang} dir="auto">
        <a href={href}>
          <Marked pieces={title} />
        </a>
      </h3>
      {snippet.length > 0 && (
        <p class="item-text" lang={lang} dir="auto">
          <Marked pieces={snippet} />
        </p>
      )}
      {children}
    </article>
  );
}
