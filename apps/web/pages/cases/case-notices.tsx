import type { CaseView } from '../../../../libs/cases/index.js';
import { ButtonLink, PostButton } from '../../components/button.js';
import { ButtonRow } from '../../components/form.js';
import { Notice } from '../../components/states.js';
import { useText } from '../../components/text.js';

interface DraftNoticeProps {
  item: CaseView;
  csrf: string;
}

/** Says that nobody else sees this yet, what is missing, and how to go on. */
export function DraftNotice({ item, csrf }: DraftNoticeProps) {
  const { t } = useText();
  const missing = item.missingToPublish;
  return (
    <Notice title={t('cases.draft-title')}>
      <p>{missing.length > 0 ? t('cases.draft-missing') : t('cases.draft-ready')}</p>
      {missing.length > 0 && (
        <ul>
          {missing.map((part) => (
            <li key={part}>
              <a href={`${item.url}/edit#${part}`}>{t(`cases.part-${part}`)}</a>
            </li>
          ))}
        </ul>
      )}
      <ButtonRow>
        {item.permissions.publish && missing.length === 0 && (
          <PostButton action={`${item.url}/publish`} csrf={csrf}>
            {t('cases.publish')}
          </PostButton>
        )}
        <ButtonLink href={`${item.url}/edit`} variant={missing.length > 0 ? 'primary' : 'quiet'}>
          {t('cases.go-on-writing')}
        </ButtonLink>
      </ButtonRow>
    </Notice>
  );
}

/** Where the roles of the countries do not look like the modality: a question to the author, not an error. */
export function CaseDoubts({ doubts, editHref }: { doubts: string[]; editHref: string }) {
  const { t } = useText();
  if (doubts.length === 0) return null;
  return (
    <Notice tone="warning" title={t('cases.doubts-title')}>
      <ul>
        {doubts.map((doubt) => (
          <li key={doubt}>{t(`cases.doubt-${doubt}`)}</li>
        ))}
      </ul>
      <p>
        <a href={editHref}>{t('cases.check-roles')}</a>
      </p>
    </Notice>
  );
}
