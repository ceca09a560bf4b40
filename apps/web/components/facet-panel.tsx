import { Icon } from './icon.js';
import { useText } from './text.js';

export interface FacetOption {
  label: string;
  count: number;
  /** Address with this value added, or taken away when it is selected. */
  href: string;
  selected?: boolean;
}

export interface FacetGroup {
  label: string;
  options: FacetOption[];
}

interface FacetPanelProps {
  groups: FacetGroup[];
  /** Address without any filter; left out when none is set. */
  clearHref?: string;
}

/** How many options of a group show at first; the rest opens on demand. */
const SHOWN = 8;

/** Filters as links. Folded behind one line on a narrow screen. */
export function FacetPanel({ groups, clearHref }: FacetPanelProps) {
  const { t, number } = useText();
  const filled = groups.filter((group) => group.options.length > 0);
  const chosen = filled.flatMap((group) => group.options.filter((option) => option.selected));
  if (filled.length === 0) return null;
  return (
    <details class="facets">
      <summary>
        <Icon name="filter" />
        {t('ui.filters')}
        {chosen.length > 0 && <span class="count">{number(chosen.length)}</span>}
        <Icon name="down" />
      </summary>
      <div class="facets-sheet">
        {clearHref && chosen.length > 0 && (
          <div class="facets-chosen">
            <ul>
              {chosen.map((option) => (
                <li key={option.href}>
                  <a class="chip removable" href={option.href}>
                    <span class="visually-hidden">{t('ui.remove-filter')}</span> {option.label}
                    <Icon name="cross" />
                  </a>
                </li>
              ))}
            </ul>
            <a class="facets-clear" href={clearHref}>
              {t('ui.clear-filters')}
            </a>
          </div>
        )}
        {filled.map((group) => (
          <Facet key={group.label} {...group} />
        ))}
      </div>
    </details>
  );
}

function Facet({ label, options }: FacetGroup) {
  const { t, number } = useText();
  const first = options.filter((option, index) => index < SHOWN || option.selected);
  const rest = options.filter((option) => !first.includes(option));
  return (
    <section class="facet">
      <h2>{label}</h2>
      <FacetOptions options={first} />
      {rest.length > 0 && (
        <details class="facet-more">
          <summary>{t('ui.more-options', { count: number(rest.length) })}</summary>
          <FacetOptions options={rest} />
        </details>
      )}
    </section>
  );
}

function FacetOptions({ options }: { options: FacetOption[] }) {
  const { number } = useText();
  return (
    <ul>
      {options.map((option) => (
        <li key={option.href}>
          <a href={option.href} aria-current={option.selected ? 'true' : undefined} rel="nofollow">
            <span class="facet-box" aria-hidden="true">
              {option.selected && <Icon name="check" />}
            </span>
            <span class="facet-label">{option.label}</span>
            <span class="count">{number(option.count)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
