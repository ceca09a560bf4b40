import type { ComponentChildren } from 'preact';
import type { LinkItem } from './links.js';
import { SiteFooter } from './site-footer.js';
import { SiteHeader, type Viewer } from './site-header.js';
import { DemoBanner, OfflineBar, UnsentNote, UnverifiedNote } from './states.js';
import { useText } from './text.js';

export interface LayoutProps {
  /** Name of the page; ` · Minga` is added. */
  title: string;
  description?: string;
  /** Addresses of stylesheets. */
  styles: string[];
  /** Addresses of island modules. */
  scripts?: string[];
  /** What scripts must bear to run; see `content-policy.ts`. */
  nonce?: string;
  iconHref?: string;
  /** Path and query of this page: marks the place in the navigation, and is where the language switch comes back to. */
  path: string;
  /** Who reads; `null` before signing in. */
  viewer: Viewer | null;
  csrf: string;
  /** Words in the search box of the header. */
  searchWords?: string;
  /** `light` or `dark` when the reader chose; else as the device wants. */
  theme?: 'light' | 'dark';
  footerLinks?: LinkItem[];
  /** Shows the note that the content is for demonstration. */
  demonstration?: boolean;
  /** What stands above the page: something that it lacks. */
  note?: ComponentChildren;
  /** Further elements of the head, such as feeds and the canonical address. */
  head?: ComponentChildren;
  children: ComponentChildren;
}

/** The whole document around a page. Holds no inline script and no inline style. */
export function Layout(props: LayoutProps) {
  const { t, locale, dir } = useText();
  return (
    <html lang={locale} dir={dir} data-theme={props.theme}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${props.title} · Minga`}</title>
        {props.description && <meta name="description" content={props.description} />}
        <meta name="color-scheme" content={props.theme ?? 'light dark'} />
        <meta name="theme-color" media="(prefers-color-scheme: light)" content="#ffffff" />
        <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#1a1e21" />
        {props.iconHref && <link rel="icon" href={props.iconHref} />}
        {props.styles.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
        {props.scripts?.map((src) => (
          <script key={src} type="module" nonce={props.nonce} src={src} />
        ))}
        {props.head}
      </head>
      <body>
        <a class="skip-link" href="#main">
          {t('ui.skip-to-content')}
        </a>
        <SiteHeader
          path={props.path}
          viewer={props.viewer}
          csrf={props.csrf}
          searchWords={props.searchWords ?? ''}
        />
        <OfflineBar />
        {props.viewer && <UnsentNote viewerId={props.viewer.id} />}
        {props.viewer?.isVerified === false && <UnverifiedNote />}
        {props.demonstration && <DemoBanner />}
        <main id="main" tabIndex={-1}>
          {props.note && <div class="page-note">{props.note}</div>}
          {props.children}
        </main>
        <SiteFooter links={props.footerLinks ?? []} path={props.path} csrf={props.csrf} />
      </body>
    </html>
  );
}
