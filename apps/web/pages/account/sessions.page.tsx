import type { SessionSummary } from '../../../../libs/identity/index.js';
import { PostButton } from '../../components/button.js';
import { Badge } from '../../components/chips.js';
import { ItemList } from '../../components/item-list.js';
import { Notice } from '../../components/states.js';
import { useText } from '../../components/text.js';
import { TimeStamp } from '../../components/time-stamp.js';
import { deviceOf } from './device-name.js';
import { SettingsFrame } from './settings-frame.js';

interface SessionsPageProps {
  csrf: string;
  sessions: SessionSummary[];
  done?: 'session-ended';
}

export function SessionsPage({ csrf, sessions, done }: SessionsPageProps) {
  const { t } = useText();
  return (
    <SettingsFrame part="sessions">
      {done && (
        <Notice tone="success" announce>
          {t(`account.${done}`)}
        </Notice>
      )}
      <p class="soft">{t('account.sessions-lede')}</p>
      <ItemList sheet>
        {sessions.map((session) => (
          <div key={session.id} class="setting-row">
            <div>
              <p class="setting-name">
                <span dir="auto">{deviceOf(session.userAgent) ?? t('account.unknown-device')}</span>{' '}
                {session.isCurrent && <Badge tone="good">{t('account.this-device')}</Badge>}
              </p>
              <p class="item-meta">
                <span>
                  {t('account.last-seen')} <TimeStamp iso={session.lastSeenAt} />
                </span>
                <span>
                  {t('account.signed-in')} <TimeStamp iso={session.createdAt} />
                </span>
              </p>
            </div>
            {!session.isCurrent && (
              <PostButton action={`/settings/sessions/${session.id}/end`} csrf={csrf} variant="quiet">
                {t('account.end-session')}
              </PostButton>
            )}
          </div>
        ))}
      </ItemList>
    </SettingsFrame>
  );
}
