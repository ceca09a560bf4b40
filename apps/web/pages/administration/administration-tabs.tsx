import { Tabs } from '../../components/tabs.js';
import { useText } from '../../components/text.js';

const PARTS = [
  ['accounts', '/administration/people'],
  ['audit', '/administration/audit'],
] as const;

/** The way from one page of the administration to the other. */
export function AdministrationTabs({ part }: { part: (typeof PARTS)[number][0] }) {
  const { t } = useText();
  return (
    <Tabs
      label={t('administration.title')}
      tabs={PARTS.map(([name, href]) => ({
        label: t(`administration.${name}-title`),
        href,
        current: name === part,
      }))}
    />
  );
}
