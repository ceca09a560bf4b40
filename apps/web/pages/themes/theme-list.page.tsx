import type { ThemeSummaryView } from '../../../../libs/atlas/index.js';
import { ButtonLink } from '../../components/button.js';
import { CardGrid } from '../../components/card.js';
import { Chip, Chips } from '../../components/chips.js';
import { Page, PageHead } from '../../components/page.js';
import { useText } from '../../components/text.js';

interface ThemeListPageProps {
  /** Each theme before its narrower ones. */
  themes: ThemeSummaryView[];
  cases: ReadonlyMap<string, number>;
  mayEdit: boolean;
}

export function ThemeListPage({ themes, cases, mayEdit }: ThemeListPageProps) {
  const { t } = useText();
  const top = themes.filter(({ parent }) => parent === null);
  return (
    <Page>
      <PageHead
        title={t('atlas.themes-title')}
        lede={t('atlas.themes-lede')}
        actions={
          mayEdit && (
            <ButtonLink href="/themes/new" variant="quiet" icon="plus">
              {t('atlas.add-theme')}
            </ButtonLink>
          )
        }
      />
      <CardGrid>
        {top.map((theme) => (
          <ThemeCard key={theme.code} theme={theme} below={belowOf(theme, themes)} cases={cases} />
        ))}
      </CardGrid>
    </Page>
  );
}

/** Everything below a theme, whatever the depth: in the list it follows it, up to the next theme at the top. */
function belowOf({ code }: ThemeSummaryView, themes: ThemeSummaryView[]): ThemeSummaryView[] {
  const start = themes.findIndex((theme) => theme.code === code) + 1;
  const end = themes.findIndex(({ parent }, index) => index >= start && parent === null);
  return themes.slice(start, end === -1 ? undefined : end);
}

function ThemeCard({
  theme,
  below,
  cases,
}: {
  theme: ThemeSummaryView;
  below: ThemeSummaryView[];
  cases: ReadonlyMap<string, number>;
}) {
  const { t, number } = useText();
  const count = cases.get(theme.code) ?? 0;
  return (
    <section class="card theme-card">
      <div class="card-head">
        <h2>
          <a href={theme.url}>{theme.name}</a>
        </h2>
        <small>{t('cases.count', { count })}</small>
      </div>
      <Chips label={t('atlas.narrower')}>
        {below.map(({ code, name, url }) => {
          const inside = cases.get(code) ?? 0;
          return (
            <Chip key={code} href={url}>
              {name}
              {inside > 0 && <span class="chip-count"> {number(inside)}</span>}
            </Chip>
          );
        })}
      </Chips>
    </section>
  );
}
