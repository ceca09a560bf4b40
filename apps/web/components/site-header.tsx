import { Avatar } from './avatar.js';
import { Icon, WovenMark } from './icon.js';
import { LanguageSwitch } from './language-switch.js';
import type { LinkItem } from './links.js';
import { SearchForm } from './search-form.js';
import { useText } from './text.js';

/** The person who reads, as the header shows them. */
export interface Viewer {
  id: string;
  name: string;
  /** Whether they have confirmed their e-mail address. */
  isVerified?: boolean;
  /** Their own page. */
  href: string;
  /** Further entries of the account menu: settings, drafts, moderation. */
  links?: LinkItem[];
}

interface SiteHeaderProps {
  path: string;
  viewer: Viewer | null;
  csrf: string;
  searchWords: string;
}

const PLACES = [
  ['cases', '/cases'],
  ['discussions', '/threads'],
  ['sessions', '/sessions'],
  ['dialogues', '/dialogues'],
  ['explore', '/explore'],
  ['countries', '/countries'],
  ['sdgs', '/sdgs'],
  ['themes', '/themes'],
] as const;

export function SiteHeader({ path, viewer, csrf, searchWords }: SiteHeaderProps) {
  const { t } = useText();
  const pathname = path.split(/[?#]/, 1)[0] ?? '/';
  return (
    <header class="bar">
      <div class="bar-inner">
        <a class="mark" href="/" aria-current={pathname === '/' ? 'page' : undefined}>
          <WovenMark />
          minga
        </a>
        <nav class="bar-nav" aria-label={t('ui.main-navigation')}>
          <ul>
            {PLACES.map(([place, href]) => (
              <li key={place}>
                <a href={href} aria-current={currentOf(pathname, href)}>
                  {t(`ui.nav-${place}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {pathname !== '/search' && <SearchForm words={searchWords} size="bar" />}
        <div class="bar-tools">
          <a class="tool bar-search-link" href="/search">
            <Icon name="search" />
            <span class="visually-hidden">{t('ui.search')}</span>
          </a>
          <LanguageMenu path={path} csrf={csrf} />
          {viewer ? <AccountMenu viewer={viewer} csrf={csrf} /> : <VisitorLinks path={path} />}
        </div>
      </div>
    </header>
  );
}

function currentOf(pathname: string, place: string): 'page' | 'true' | undefined {
  if (pathname === place) return 'page';
  return pathname.startsWith(`${place}/`) ? 'true' : undefined;
}

function LanguageMenu({ path, csrf }: { path: string; csrf: string }) {
  const { t, locale } = useText();
  return (
    <details class="menu" name="bar-menu">
      <summary class="tool">
        <Icon name="globe" />
        <span class="tool-text" aria-hidden="true">
          {locale.slice(0, 2).toUpperCase()}
        </span>
        <span class="visually-hidden">{t('ui.language')}</span>
      </summary>
      <LanguageSwitch path={path} csrf={csrf} listClass="menu-sheet" isMarked />
    </details>
  );
}

function VisitorLinks({ path }: { path: string }) {
  const { t } = useText();
  const back = `?back=${encodeURIComponent(path)}`;
  return (
    <>
      <a class="tool sign-in" href={`/sign-in${back}`}>
        {t('ui.sign-in')}
      </a>
      <a class="button register" href={`/register${back}`}>
        {t('ui.register')}
      </a>
    </>
  );
}

function AccountMenu({ viewer, csrf }: { viewer: Viewer; csrf: string }) {
  const { t } = useText();
  return (
    <details class="menu" name="bar-menu">
      <summary class="tool">
        <Avatar id={viewer.id} name={viewer.name} size="small" />
        <span class="visually-hidden">{t('ui.account-of', { name: viewer.name })}</span>
        <Icon name="down" />
      </summary>
      <ul class="menu-sheet">
        <li class="menu-name">
          <bdi>{viewer.name}</bdi>
        </li>
        <li>
          <a href={viewer.href}>{t('ui.your-page')}</a>
        </li>
        {viewer.links?.map(({ label, href }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
        <li class="menu-end">
          <form method="post" action="/sign-out">
            <input type="hidden" name="_csrf" value={csrf} />
            <button type="submit">{t('ui.sign-out')}</button>
          </form>
        </li>
      </ul>
    </details>
  );
}
