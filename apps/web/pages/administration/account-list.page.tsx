import type { Account } from '../../../../libs/identity/index.js';
import { ItemList } from '../../components/item-list.js';
import { Page, PageHead } from '../../components/page.js';
import { Pager } from '../../components/pager.js';
import { useText } from '../../components/text.js';
import { AccountState } from './account.page.js';
import { AdministrationTabs } from './administration-tabs.js';

interface AccountListPageProps {
  accounts: Account[];
  nextHref?: string;
  firstHref?: string;
}

/** Everyone, the newest first, each leading to their account. */
export function AccountListPage({ accounts, nextHref, firstHref }: AccountListPageProps) {
  const { t, date } = useText();
  return (
    <Page>
      <PageHead title={t('administration.accounts-title')} lede={t('administration.accounts-lede')} />
      <AdministrationTabs part="accounts" />
      <ItemList sheet>
        {accounts.map((account) => (
          <div key={account.id} class="setting-row">
            <div>
              <p class="setting-name">
                <a href={`/administration/people/${account.id}`} dir="auto">
                  {account.name}
                </a>
              </p>
              <p class="item-meta">
                <bdi>{account.email}</bdi>
                <span>
                  {t('people.since')} {date(account.createdAt)}
                </span>
              </p>
            </div>
            <p class="actions">
              <AccountState account={account} />
            </p>
          </div>
        ))}
      </ItemList>
      <Pager previousHref={firstHref} nextHref={nextHref} />
    </Page>
  );
}
