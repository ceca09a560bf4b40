import { WovenMark } from './icon.js';
import { LANGUAGES, type LinkItem } from './links.js';
import { languageHref } from './site-header.js';
import { useText } from './text.js';

interface SiteFooterProps {
  links: LinkItem[];
  path: string;
}

export function SiteFooter({ links, path }: SiteFooterProps) {
  const { t, locale } = useText();
  return (
    <footer class="foot">
      <div class="foot-inner">
        <p class="foot-word">
          <WovenMark />
          {t('ui.footer-word')}
        </p>
        {links.length > 0 && (
          <nav aria-label={t('ui.footer-navigation')}>
            <ul>
              {links.map(({ label, href }) => (
                <li key={href}>
                  <a href={href}>{label}</a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <nav aria-label={t('ui.language')}>
          <ul>
            {LANGUAGES.map(({ code, name }) => (
              <li key={code}>
                <a
                  href={languageHref(code, path)}
                  lang={code}
                  hreflang={code}
                  rel="nofollow"
                  aria-current={locale === code ? 'true' : undefined}
                >
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  );
}
