import { WovenMark } from './icon.js';
import { LanguageSwitch } from './language-switch.js';
import type { LinkItem } from './links.js';
import { useText } from './text.js';

interface SiteFooterProps {
  links: LinkItem[];
  path: string;
  csrf: string;
}

export function SiteFooter({ links, path, csrf }: SiteFooterProps) {
  const { t } = useText();
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
          <LanguageSwitch path={path} csrf={csrf} />
        </nav>
      </div>
    </footer>
  );
}
