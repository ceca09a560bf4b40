import { Icon } from './icon.js';
import { LANGUAGES } from './links.js';
import { useText } from './text.js';

interface LanguageSwitchProps {
  /** Path and query of the page that it comes back to. */
  path: string;
  csrf: string;
  /** Of the list of languages. */
  listClass?: string;
  /** Shows a mark beside the language in use, where the look alone does not tell. */
  isMarked?: boolean;
}

/** The languages, each a button: choosing one changes what is remembered, so that no link can do it. */
export function LanguageSwitch({ path, csrf, listClass, isMarked = false }: LanguageSwitchProps) {
  const { locale } = useText();
  return (
    <form method="post" action="/language">
      <input type="hidden" name="_csrf" value={csrf} />
      <input type="hidden" name="back" value={path} />
      <ul class={listClass}>
        {LANGUAGES.map(({ code, name }) => (
          <li key={code}>
            <button
              type="submit"
              name="to"
              value={code}
              lang={code}
              aria-current={locale === code ? 'true' : undefined}
            >
              {name}
              {isMarked && locale === code && <Icon name="check" />}
            </button>
          </li>
        ))}
      </ul>
    </form>
  );
}
