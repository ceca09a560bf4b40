import type { ComponentChildren } from 'preact';

interface CardProps {
  title?: string;
  /** Heading level within the page; 2 by default. */
  level?: 2 | 3;
  id?: string;
  tone?: 'plain' | 'good' | 'bad' | 'call';
  /** A link or button at the end of the heading line. */
  action?: ComponentChildren;
  children: ComponentChildren;
}

/** A sheet of paper with one subject. */
export function Card({ title, level = 2, id, tone = 'plain', action, children }: CardProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section class={tone === 'plain' ? 'card' : `card ${tone}`} id={id}>
      {title && (
        <div class="card-head">
          <Heading>{title}</Heading>
          {action}
        </div>
      )}
      {children}
    </section>
  );
}

/** Cards side by side, as many as fit. */
export function CardGrid({ children, small = false }: { children: ComponentChildren; small?: boolean }) {
  return <div class={small ? 'card-grid small' : 'card-grid'}>{children}</div>;
}
