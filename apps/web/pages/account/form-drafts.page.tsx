import type { FormDraftSummary } from '../../../../libs/identity/index.js';
import { PostButton } from '../../components/button.js';
import { ItemList } from '../../components/item-list.js';
import { EmptyState, Notice } from '../../components/states.js';
import { useText } from '../../components/text.js';
import { TimeStamp } from '../../components/time-stamp.js';
import { SettingsFrame } from './settings-frame.js';

interface FormDraftsPageProps {
  csrf: string;
  drafts: FormDraftSummary[];
  done?: 'draft-discarded';
}

export function FormDraftsPage({ csrf, drafts, done }: FormDraftsPageProps) {
  const { t } = useText();
  return (
    <SettingsFrame part="drafts">
      {done && (
        <Notice tone="success" announce>
          {t(`account.${done}`)}
        </Notice>
      )}
      <p class="soft">{t('account.drafts-lede')}</p>
      {drafts.length === 0 && <EmptyState title={t('account.drafts-none')} />}
      {drafts.length > 0 && (
        <ItemList sheet>
          {drafts.map((draft) => (
            <div key={draft.key} class="setting-row">
              <div>
                <p class="setting-name" dir="auto">
                  <a href={draft.page}>{draft.title || t('account.draft-untitled')}</a>
                </p>
                <p class="item-meta">
                  <span>
                    {t('account.draft-saved-on')} <TimeStamp iso={draft.savedAt} />
                  </span>
                </p>
              </div>
              <PostButton
                action={`/settings/drafts/${draft.key}/discard`}
                csrf={csrf}
                // The device drops it too: see `page-route.ts`.
                values={{ _draft: draft.key }}
                variant="quiet"
              >
                {t('ui.draft-discard')}
              </PostButton>
            </div>
          ))}
        </ItemList>
      )}
    </SettingsFrame>
  );
}
