import type { RegionView } from '../../../../libs/atlas/index.js';
import { Card } from '../../components/card.js';
import { Chip, Chips } from '../../components/chips.js';
import { Page, PageHead } from '../../components/page.js';
import { useText } from '../../components/text.js';
import { Trail } from '../../components/trail.js';
import { CountryName } from './country-list.page.js';

export function RegionPage({ region, cases }: { region: RegionView; cases: ReadonlyMap<string, number> }) {
  const { t } = useText();
  return (
    <Page>
      <Trail
        links={[
          { label: t('ui.nav-countries'), href: '/countries' },
          ...[...region.within].reverse().map(({ name, url }) => ({ label: name, href: url })),
        ]}
      />
      <PageHead title={region.name} kicker={t('atlas.country-count', { count: region.countries.length })}>
        {region.regions.length > 0 && (
          <Chips label={t('atlas.parts')}>
            {region.regions.map(({ code, name, url }) => (
              <Chip key={code} href={url}>
                {name}
              </Chip>
            ))}
          </Chips>
        )}
      </PageHead>
      <Card title={t('ui.nav-countries')}>
        <ul class="name-columns">
          {region.countries.map((country) => (
            <CountryName key={country.code} country={country} cases={cases.get(country.code) ?? 0} />
          ))}
        </ul>
      </Card>
    </Page>
  );
}
