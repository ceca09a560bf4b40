import { Icon } from './icon.js';
import { useText } from './text.js';

interface SearchFormProps {
  words?: string;
  /** `bar` in the header, `page` on the search page, `hero` on the home page. */
  size?: 'bar' | 'page' | 'hero';
  action?: string;
  /** Words of the empty box; the common ones when left out. */
  placeholder?: string;
  /** Name of the box for screen readers, when it is about less than everything. */
  label?: string;
  /** Filters that a new search keeps. */
  values?: [name: string, value: string][];
}

export function SearchForm({
  words = '',
  size = 'page',
  action = '/search',
  placeholder,
  label,
  values = [],
}: SearchFormProps) {
  const { t } = useText();
  return (
    // biome-ignore lint/a11y/useSemanticElements: the search element is not announced everywhere yet
    <form
      class={`search-form in-${size}`}
      role="search"
      aria-label={size === 'bar' ? t('ui.search-minga') : (label ?? t('ui.search'))}
      action={action}
      data-search={action === '/search' ? size : undefined}
    >
      <div class="search-box">
        <Icon name="search" />
        <input
          type="search"
          name="q"
          value={words}
          dir="auto"
          maxLength={300}
          autocomplete="off"
          aria-label={label ?? t('ui.search-minga')}
          placeholder={placeholder ?? t('ui.search-placeholder')}
        />
        {values.map(([name, value]) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        ))}
        <button type="submit" class="button">
          {t('ui.search')}
        </button>
      </div>
    </form>
  );
}
