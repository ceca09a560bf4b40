import type { ComponentChildren } from 'preact';

export function Chips({ children, label }: { children: ComponentChildren; label?: string }) {
  return (
    <ul class="chips" aria-label={label}>
      {children}
    </ul>
  );
}

interface ChipProps {
  children: ComponentChildren;
  href?: string;
  /** What part it plays, for example `Provider`. */
  part?: string;
  tone?: 'plain' | 'good' | 'bad' | 'warm';
}

/** A list item: put it into `Chips`. */
export function Chip({ children, href, part, tone = 'plain' }: ChipProps) {
  const kind = tone === 'plain' ? 'chip' : `chip ${tone}`;
  const content = (
    <>
      {part && <b>{part} </b>}
      <bdi>{children}</bdi>
    </>
  );
  return (
    <li>
      {href ? (
        <a class={kind} href={href}>
          {content}
        </a>
      ) : (
        <span class={kind}>{content}</span>
      )}
    </li>
  );
}

/** A single word of state beside a title, such as `Draft` or `Closed`. */
export function Badge({ children, tone = 'plain' }: Pick<ChipProps, 'children' | 'tone'>) {
  return <span class={tone === 'plain' ? 'badge' : `badge ${tone}`}>{children}</span>;
}
