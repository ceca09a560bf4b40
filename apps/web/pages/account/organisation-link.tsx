import type { ActorSummaryView } from '../../../../libs/atlas/index.js';
import { PostButton } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { useText } from '../../components/text.js';

export interface AtlasLinkProps {
  csrf: string;
  /** The organisation of the atlas that the person is linked to. */
  worksFor: { title: string; url: string } | null;
  /** Organisations of the atlas that may be the one they name. */
  likely: ActorSummaryView[];
}

/** Whether the organisation of a profile is one of the atlas: a press of a button links it, or undoes the link. */
export function OrganisationLink({ csrf, worksFor, likely }: AtlasLinkProps) {
  const { t } = useText();
  if (!worksFor && likely.length === 0) return null;
  const action = '/settings/organisation';
  return (
    <Card id="organisation-link" title={worksFor ? undefined : t('account.organisation-is-it')}>
      {worksFor ? (
        <>
          <p>
            {t('account.organisation-linked')}{' '}
            <a href={worksFor.url} dir="auto">
              {worksFor.title}
            </a>
          </p>
          <PostButton action={action} csrf={csrf} variant="quiet">
            {t('account.organisation-unlink')}
          </PostButton>
        </>
      ) : (
        <>
          <p>{t('account.organisation-is-it-text')}</p>
          {likely.map(({ key, name, type, country }) => (
            <div key={key}>
              <PostButton action={action} csrf={csrf} values={{ worksFor: key }} variant="quiet">
                {t('account.organisation-link', { name })}
              </PostButton>
              <p class="item-meta">
                {type && <span>{type.name}</span>}
                {country && <span>{country.name}</span>}
              </p>
            </div>
          ))}
        </>
      )}
    </Card>
  );
}
