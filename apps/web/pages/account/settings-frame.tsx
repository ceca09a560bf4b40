import type { ComponentChildren } from 'preact';
import { Page, PageHead } from '../../components/page.js';
import { Tabs } from '../../components/tabs.js';
import { useText } from '../../components/text.js';

export type SettingsPart = 'profile' | 'password' | 'sessions' | 'drafts' | 'tokens';

const PARTS: [SettingsPart, string][] = [
  ['profile', '/settings'],
  ['password', '/settings/password'],
  ['sessions', '/settings/sessions'],
  ['drafts', '/settings/drafts'],
  ['tokens', '/settings/tokens'],
];

/** What the pages of the settings share: the heading, and the way from one to the other. */
export function SettingsFrame({ part, children }: { part: SettingsPart; children: ComponentChildren }) {
  const { t } = useText();
  return (
    <Page width="text">
      <PageHead title={t('account.settings')} />
      <Tabs
        label={t('account.settings')}
        tabs={PARTS.map(([name, href]) => ({
          label: t(`account.${name}`),
          href,
          current: name === part,
        }))}
      />
      {children}
    </Page>
  );
}
