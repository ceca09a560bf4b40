import type { SdgSummaryView } from '../../../../libs/atlas/index.js';
import { CardGrid } from '../../components/card.js';
import { Page, PageHead } from '../../components/page.js';
import { SdgTile } from '../../components/sdg.js';
import { useText } from '../../components/text.js';

interface SdgListPageProps {
  sdgs: SdgSummaryView[];
  cases: ReadonlyMap<string, number>;
}

export function SdgListPage({ sdgs, cases }: SdgListPageProps) {
  const { t } = useText();
  return (
    <Page>
      <PageHead title={t('atlas.sdgs-title')} lede={t('atlas.sdgs-lede')} />
      <CardGrid small>
        {sdgs.map(({ code, name, url }) => (
          <SdgTile
            key={code}
            number={Number(code)}
            name={name}
            href={url}
            note={t('cases.count', { count: cases.get(code) ?? 0 })}
          />
        ))}
      </CardGrid>
    </Page>
  );
}
