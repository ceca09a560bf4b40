import type { ThemeView } from '../../../../libs/atlas/index.js';
import { ButtonLink } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Chip, Chips } from '../../components/chips.js';
import { FactList } from '../../components/fact-list.js';
import { LANGUAGES } from '../../components/links.js';
import { Page, PageHead } from '../../components/page.js';
import { SdgChip } from '../../components/sdg.js';
import { StatRow } from '../../components/stat-row.js';
import { useText } from '../../components/text.js';
import { Trail } from '../../components/trail.js';
import type { EntityActivity } from '../../rendering/entity-activity.js';
import type { NameOf } from '../../rendering/names.js';
import { Activity } from '../entity-activity.js';

interface ThemePageProps {
  theme: ThemeView;
  /** Cases of the theme and of those below it. */
  caseCount: number;
  activity: EntityActivity;
  nameOf: NameOf;
}

export function ThemePage({ theme, caseCount, activity, nameOf }: ThemePageProps) {
  const { t, locale } = useText();
  return (
    <Page
      asideLabel={t('atlas.about', { name: theme.name })}
      aside={
        <>
          {theme.narrower.length > 0 && (
            <Card title={t('atlas.narrower')}>
              <Chips>
                {theme.narrower.map(({ code, name, url }) => (
                  <Chip key={code} href={url}>
                    {name}
                  </Chip>
                ))}
              </Chips>
            </Card>
          )}
          <Card title={t('atlas.serves')}>
            {theme.sdgs.length > 0 ? (
              <Chips>
                {theme.sdgs.map(({ code, name, url }) => (
                  <SdgChip key={code} number={Number(code)} name={name} href={url} />
                ))}
              </Chips>
            ) : (
              <p class="unsaid">{t('ui.not-reported')}</p>
            )}
          </Card>
          <Card title={t('atlas.other-languages')}>
            <FactList
              facts={LANGUAGES.filter(({ code }) => code !== locale).map(({ code, name }) => ({
                label: name,
                value: theme.names[code as keyof ThemeView['names']] && (
                  <span lang={code} dir="auto">
                    {theme.names[code as keyof ThemeView['names']]}
                  </span>
                ),
              }))}
            />
          </Card>
        </>
      }
    >
      <Trail
        links={[
          { label: t('ui.nav-themes'), href: '/themes' },
          ...[...theme.broader].reverse().map(({ name, url }) => ({ label: name, href: url })),
        ]}
      />
      <PageHead
        title={theme.name}
        actions={
          theme.permissions.edit && (
            <ButtonLink href={`${theme.url}/edit`} variant="quiet" icon="edit">
              {t('ui.edit')}
            </ButtonLink>
          )
        }
      >
        <StatRow
          stats={[
            { label: t('ui.nav-cases'), value: caseCount, href: '#cases' },
            { label: t('ui.nav-discussions'), value: theme.linked.thread ?? 0, href: '#threads' },
          ]}
        />
      </PageHead>
      <Activity
        activity={activity}
        nameOf={nameOf}
        casesHref={`/cases?theme=${theme.code}`}
        about={theme.key}
      />
    </Page>
  );
}
