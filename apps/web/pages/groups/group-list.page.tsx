import type { GroupSummaryView } from '../../../../libs/atlas/index.js';
import { ItemList } from '../../components/item-list.js';
import { ItemTitle } from '../../components/item-title.js';
import { Page, PageHead } from '../../components/page.js';
import { useText } from '../../components/text.js';
import { Trail } from '../../components/trail.js';

export function GroupListPage({ groups }: { groups: GroupSummaryView[] }) {
  const { t } = useText();
  return (
    <Page width="text">
      <Trail links={[{ label: t('ui.nav-countries'), href: '/countries' }]} />
      <PageHead title={t('atlas.groups-title')} lede={t('atlas.groups-lede')} />
      <ItemList sheet>
        {groups.map(({ code, name, url, description, memberCount }) => (
          <article key={code} class="hit">
            <ItemTitle level={2}>
              <a href={url}>{name}</a>
            </ItemTitle>
            <p class="item-meta">
              <span>{t('atlas.member-count', { count: memberCount })}</span>
            </p>
            <p class="item-text" lang="en" dir="auto">
              {description}
            </p>
          </article>
        ))}
      </ItemList>
    </Page>
  );
}
