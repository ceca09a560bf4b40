import type { SessionView } from '../../../../libs/learning/index.js';
import { Button, PostButton } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { TextField } from '../../components/fields.js';
import { useText } from '../../components/text.js';
import { sessionLinks } from './session-links.js';
import type { SessionPageProps } from './session-page-props.js';

const REASON_MAX = 500;

/** Who has a place or waits for one, for those who run the session: they can free a place, and say why. */
export function Participants(props: SessionPageProps) {
  const { t } = useText();
  const { session, csrf, removing } = props;
  const { participants, removed } = session;
  const guests = (participants ?? []).filter(({ state }) => state !== 'facilitating');
  if (!removed || guests.length + removed.length === 0) return null;
  return (
    <Card title={t('sessions.participants')} id="participants">
      <ul class="entries">
        {guests.map((guest) => (
          <li key={guest.id}>
            <a href={guest.url}>
              <bdi>{guest.name}</bdi>
            </a>{' '}
            {guest.state === 'waiting' && <small>{t('sessions.is-waiting')}</small>}
            <Removal {...props} guest={guest} open={removing === guest.id} />
          </li>
        ))}
      </ul>
      {removed.length > 0 && (
        <>
          <h3>{t('sessions.removed')}</h3>
          <ul class="entries">
            {removed.map(({ id, name, url, reason }) => (
              <li key={id}>
                <a href={url}>
                  <bdi>{name}</bdi>
                </a>
                <p dir="auto">{reason}</p>
                <PostButton
                  action={sessionLinks.letIn(session.id)}
                  csrf={csrf}
                  values={{ person: id }}
                  variant="quiet"
                >
                  <span aria-hidden="true">{t('sessions.let-in')}</span>
                  <span class="visually-hidden">{t('sessions.let-in-of', { name })}</span>
                </PostButton>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

type Guest = NonNullable<SessionView['participants']>[number];

function Removal({
  session,
  csrf,
  errors,
  reason,
  guest: { id, name },
  open,
}: SessionPageProps & { guest: Guest; open: boolean }) {
  const { t } = useText();
  return (
    <details class="fold" open={open}>
      <summary>
        <span aria-hidden="true">{t('sessions.remove')}</span>
        <span class="visually-hidden">{t('sessions.remove-of', { name })}</span>
      </summary>
      <form class="form" method="post" action={sessionLinks.remove(session.id)}>
        <input type="hidden" name="_csrf" value={csrf} />
        <input type="hidden" name="person" value={id} />
        <TextField
          id={`remove-${id}`}
          name="reason"
          label={t('sessions.remove-reason')}
          hint={t('sessions.remove-hint')}
          maxLength={REASON_MAX}
          value={open ? reason : undefined}
          error={open ? errors?.fields.reason : undefined}
        />
        <Button variant="danger">{t('sessions.remove')}</Button>
      </form>
    </details>
  );
}
