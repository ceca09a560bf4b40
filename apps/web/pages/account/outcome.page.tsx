import type { ComponentChildren } from 'preact';
import { ButtonLink } from '../../components/button.js';
import { Page, PageHead } from '../../components/page.js';
import { useText } from '../../components/text.js';

interface OutcomePageProps {
  title: string;
  text: string;
  /** What to do now. */
  children?: ComponentChildren;
}

/** What became of a link from a mail. */
export function OutcomePage({ title, text, children }: OutcomePageProps) {
  return (
    <Page width="text">
      <PageHead title={title} lede={text} />
      {children && <div class="actions">{children}</div>}
    </Page>
  );
}

/** The address is proved, now or before. Says nothing of the person: whoever reads this may have signed in nowhere. */
export function Verified() {
  const { t } = useText();
  return (
    <OutcomePage title={t('account.verified-title')} text={t('account.verified-text')}>
      <ButtonLink href="/">{t('account.go-on')}</ButtonLink>
    </OutcomePage>
  );
}

export function NotVerified({ reason }: { reason: string }) {
  const { t } = useText();
  return (
    <OutcomePage title={t('account.not-verified-title')} text={reason}>
      <ButtonLink href="/settings" variant="quiet">
        {t('account.settings')}
      </ButtonLink>
    </OutcomePage>
  );
}
