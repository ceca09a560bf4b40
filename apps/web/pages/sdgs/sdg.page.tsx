import type { SdgView } from '../../../../libs/atlas/index.js';
import { Card } from '../../components/card.js';
import { Chip, Chips } from '../../components/chips.js';
import { Page, PageHead } from '../../components/page.js';
import { SdgDot } from '../../components/sdg.js';
import { StatRow } from '../../components/stat-row.js';
import { useText } from '../../components/text.js';
import { Trail } from '../../components/trail.js';
import type { EntityActivity } from '../../rendering/entity-activity.js';
import type { NameOf } from '../../rendering/names.js';
import { Activity } from '../entity-activity.js';

interface SdgPageProps {
  sdg: SdgView;
  activity: EntityActivity;
  nameOf: NameOf;
}

export function SdgPage({ sdg, activity, nameOf }: SdgPageProps) {
  const { t, locale } = useText();
  const official = locale === 'fr' && sdg.titles.fr ? 'fr' : 'en';
  return (
    <Page
      asideLabel={t('atlas.targets')}
      aside={
        <Card title={t('atlas.targets')}>
          <dl class="targets">
            {sdg.targets.map(({ code, texts }) => (
              <div key={code} id={`target-${code}`}>
                <dt>{code}</dt>
                <dd lang={locale === 'fr' && texts.fr ? 'fr' : 'en'} dir="auto">
                  {locale === 'fr' && texts.fr ? texts.fr : texts.en}
                </dd>
              </div>
            ))}
          </dl>
          {locale !== 'en' && locale !== 'fr' && <p class="field-hint">{t('atlas.official-in-english')}</p>}
        </Card>
      }
    >
      <Trail links={[{ label: t('ui.nav-sdgs'), href: '/sdgs' }]} />
      <PageHead
        kicker={
          <>
            <SdgDot number={Number(sdg.code)} name={sdg.name} />
            <span>{t('atlas.goal-number', { number: sdg.code })}</span>
          </>
        }
        title={sdg.name}
        lede={<span lang={official}>{sdg.titles[official]}</span>}
      >
        <StatRow
          stats={[
            { label: t('ui.nav-cases'), value: sdg.linked.case ?? 0, href: '#cases' },
            { label: t('ui.nav-discussions'), value: sdg.linked.thread ?? 0, href: '#threads' },
          ]}
        />
        {sdg.themes.length > 0 && (
          <Chips label={t('ui.nav-themes')}>
            {sdg.themes.map(({ code, name, url }) => (
              <Chip key={code} href={url}>
                {name}
              </Chip>
            ))}
          </Chips>
        )}
      </PageHead>
      <Activity activity={activity} nameOf={nameOf} casesHref={`/cases?sdg=${sdg.code}`} about={sdg.key} />
    </Page>
  );
}
