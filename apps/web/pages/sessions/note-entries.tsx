import type { NoteView } from '../../../../libs/learning/index.js';
import { TimeStamp } from '../../components/time-stamp.js';

/** Lines of the shared notes, each with who wrote it. */
export function NoteEntries({ notes }: { notes: NoteView[] }) {
  return (
    <ol class="entries">
      {notes.map(({ number, text, author, at }) => (
        <li key={number} id={`note-${number}`}>
          <p class="as-written" dir="auto">
            {text}
          </p>
          <p class="item-meta">
            <a href={author.url}>
              <bdi>{author.name}</bdi>
            </a>
            <TimeStamp iso={at} />
          </p>
        </li>
      ))}
    </ol>
  );
}
