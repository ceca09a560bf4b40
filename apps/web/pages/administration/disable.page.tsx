import { ButtonLink, PostButton } from '../../components/button.js';
import { Page, PageHead } from '../../components/page.js';
import { useText } from '../../components/text.js';

interface DisablePageProps {
  name: string;
  /** Address of the account. */
  path: string;
  csrf: string;
}

/** Asks before somebody is kept out: it ends what they are doing at once. */
export function DisablePage({ name, path, csrf }: DisablePageProps) {
  const { t } = useText();
  return (
    <Page width="text">
      <PageHead title={t('administration.disable-title', { name })} lede={t('administration.disable-note')} />
      <div class="actions">
        <PostButton action={`${path}/disable`} csrf={csrf} variant="danger">
          {t('administration.disable')}
        </PostButton>
        <ButtonLink href={path} variant="quiet">
          {t('ui.cancel')}
        </ButtonLink>
      </div>
    </Page>
  );
}
