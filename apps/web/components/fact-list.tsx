import type { ComponentChildren } from 'preact';

export interface Fact {
  label: string;
  value: ComponentChildren;
  /** Who says so, how sure: a quiet line below the value. */
  source?: ComponentChildren;
}

/** Facts as name and value. Facts without a value are left out. */
export function FactList({ facts }: { facts: Fact[] }) {
  return (
    <dl class="facts">
      {facts
        .filter(({ value }) => value !== undefined && value !== null && value !== '')
        .map(({ label, value, source }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {value}
              {source && <small>{source}</small>}
            </dd>
          </div>
        ))}
    </dl>
  );
}
