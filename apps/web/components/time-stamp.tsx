import { useText } from './text.js';

/** How long ago, with the full date for the pointer and for machines. */
export function TimeStamp({ iso }: { iso: string }) {
  const { relativeTime, date } = useText();
  return (
    <time dateTime={iso} title={date(iso)}>
      {relativeTime(iso)}
    </time>
  );
}
