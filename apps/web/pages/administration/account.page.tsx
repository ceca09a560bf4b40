import type { Account } from '../../../../libs/identity/index.js';
import { ButtonLink, PostButton } from '../../components/button.js';
import { Badge } from '../../components/chips.js';
import { FactList } from '../../components/fact-list.js';
import { Page, PageHead } from '../../components/page.js';
import { Notice } from '../../components/states.js';
import { useText } from '../../components/text.js';
import { AdministrationTabs } from './administration-tabs.js';

/** What an administrator has just done to an account. */
export const ACCOUNT_CHANGES = ['disabled', 'enabled', 'signed-out'] as const;

export type AccountChange = (typeof ACCOUNT_CHANGES)[number];

interface AccountPageProps {
  account: Account;
  csrf: string;
  /** The reader's own account, which they cannot disable. */
  isOwn: boolean;
  done?: AccountChange;
}

/** Somebody's account, for administrators. */
export function AccountPage({ account, csrf, isOwn, done }: AccountPageProps) {
  const { t, date } = useText();
  const path = `/administration/people/${account.id}`;
  return (
    <Page>
      <PageHead title={account.name} lede={t('administration.account-lede')} />
      <AdministrationTabs part="accounts" />
      {done && (
        <Notice tone="success" announce>
          {t(`administration.account-${done}`)}
        </Notice>
      )}
      <FactList
        facts={[
          { label: t('account.email'), value: <bdi>{account.email}</bdi> },
          { label: t('people.since'), value: date(account.createdAt) },
          { label: t('administration.account-state'), value: <AccountState account={account} /> },
        ]}
      />
      {isOwn && <p class="soft">{t('administration.account-own')}</p>}
      <div class="actions">
        {!isOwn && account.isDisabled && (
          <PostButton action={`${path}/enable`} csrf={csrf}>
            {t('administration.enable')}
          </PostButton>
        )}
        {!account.isDisabled && (
          <PostButton action={`${path}/end-sessions`} csrf={csrf} variant="quiet">
            {t('administration.end-sessions')}
          </PostButton>
        )}
        {!isOwn && !account.isDisabled && (
          <ButtonLink href={`${path}/disable`} variant="danger">
            {t('administration.disable')}
          </ButtonLink>
        )}
      </div>
      <p>
        <a href={account.url}>{t('administration.see-public')}</a>
      </p>
    </Page>
  );
}

/** What an account can do: its roles, or that it is disabled. */
export function AccountState({ account: { roles, isDisabled } }: { account: Account }) {
  const { t } = useText();
  if (isDisabled) return <Badge tone="bad">{t('administration.state-disabled')}</Badge>;
  return (
    <>
      {roles.map((role) => (
        <Badge key={role} tone={role === 'member' ? 'plain' : 'good'}>
          {t(`identity.role-${role}`)}
        </Badge>
      ))}
    </>
  );
}
