import type { ComponentChildren } from 'preact';

interface PageProps {
  children: ComponentChildren;
  /** The rail: facts, neighbours, filters. Below the content on a narrow screen. */
  aside?: ComponentChildren;
  /** Names the rail for screen readers. */
  asideLabel?: string;
  /** Puts the rail before the content, for filters; on a narrow screen it comes first. */
  asideFirst?: boolean;
  /** Without a rail: `text` keeps lines short for reading and forms. */
  width?: 'wide' | 'text';
}

export function Page({ children, aside, asideLabel, asideFirst = false, width = 'wide' }: PageProps) {
  const shape = aside ? (asideFirst ? 'with-aside aside-first' : 'with-aside') : width;
  const rail = aside && (
    <aside class="page-aside" aria-label={asideLabel}>
      {aside}
    </aside>
  );
  return (
    <div class={`page ${shape}`}>
      {asideFirst && rail}
      <div class="page-main">{children}</div>
      {!asideFirst && rail}
    </div>
  );
}

interface PageHeadProps {
  title: ComponentChildren;
  /** Language of the title when people wrote it. */
  lang?: string;
  /** What the page is about, in a sentence or two. */
  lede?: ComponentChildren;
  /** A quiet line above the title: state, version, kind. */
  kicker?: ComponentChildren;
  actions?: ComponentChildren;
  /** Chips, counts, tabs. */
  children?: ComponentChildren;
}

export function PageHead({ title, lang, lede, kicker, actions, children }: PageHeadProps) {
  return (
    <header class="page-head">
      {kicker && <div class="kicker">{kicker}</div>}
      <div class="page-head-line">
        <div class="page-head-text">
          <h1 lang={lang} dir="auto">
            {title}
          </h1>
          {lede && (
            <p class="lede" lang={lang} dir="auto">
              {lede}
            </p>
          )}
        </div>
        {actions && <div class="actions">{actions}</div>}
      </div>
      {children}
    </header>
  );
}

interface HeroProps {
  title: string;
  lede: string;
  /** Search form or the one next step. */
  children: ComponentChildren;
}

/** The opening of the home page, with the woven band beside it. */
export function Hero({ title, lede, children }: HeroProps) {
  return (
    <div class="hero">
      <div class="hero-inner">
        <h1>{title}</h1>
        <p class="lede">{lede}</p>
        {children}
      </div>
    </div>
  );
}
