import { useText } from './text.js';

export interface TabItem {
  label: string;
  href: string;
  count?: number;
  current?: boolean;
}

/** Views of one page as links, so that each has its address. */
export function Tabs({ label, tabs }: { label: string; tabs: TabItem[] }) {
  const { number } = useText();
  return (
    <nav class="tabs" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              {tab.label}
              {tab.count !== undefined && <span class="count">{number(tab.count)}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
