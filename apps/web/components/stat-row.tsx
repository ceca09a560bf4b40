import { useText } from './text.js';

export interface Stat {
  label: string;
  value: number | string;
  href?: string;
}

export function StatRow({ stats }: { stats: Stat[] }) {
  const { number } = useText();
  return (
    <dl class="stats">
      {stats.map(({ label, value, href }) => (
        <div key={label}>
          <dt>{href ? <a href={href}>{label}</a> : label}</dt>
          <dd>{typeof value === 'number' ? number(value) : value}</dd>
        </div>
      ))}
    </dl>
  );
}
