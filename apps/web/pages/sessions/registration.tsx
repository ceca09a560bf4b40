import type { SessionView } from '../../../../libs/learning/index.js';
import { Button, ButtonLink, PostButton } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { TextField } from '../../components/fields.js';
import { Notice } from '../../components/states.js';
import { useText } from '../../components/text.js';
import { withBack } from '../../rendering/back-path.js';
import { timeOf, zoneName } from '../../rendering/zoned-time.js';
import { sessionLinks } from './session-links.js';
import type { SessionPageProps } from './session-page-props.js';
import { placesInWords } from './session-words.js';

/** Whether there is room, the reader's own place, and how to get or give it up. */
export function Registration(props: SessionPageProps) {
  const texts = useText();
  const { session, viewerId } = props;
  const { t } = texts;
  return (
    <Card title={t('sessions.taking-part')} tone="call" id="registration">
      <p>{placesInWords(session, texts)}</p>
      <RegistrationWindow session={session} />
      {viewerId === null ? <Visitor session={session} /> : <Own {...props} />}
    </Card>
  );
}

function RegistrationWindow({ session }: { session: SessionView }) {
  const { t, locale } = useText();
  const { registration, timeZone, registrationOpensAtUtc: opens, registrationClosesAtUtc: closes } = session;
  const at = (iso: string) =>
    t('ui.time-in-zone', { time: timeOf(locale, iso, timeZone), zone: zoneName(locale, timeZone, iso) });
  if (registration === 'over') return <p>{t('sessions.registration-over')}</p>;
  if (registration === 'not-yet' && opens)
    return <p>{t('sessions.registration-from', { time: at(opens) })}</p>;
  return closes ? <p>{t('sessions.registration-until', { time: at(closes) })}</p> : null;
}

function Visitor({ session }: { session: SessionView }) {
  const { t } = useText();
  if (session.registration === 'over') return null;
  const back = `${sessionLinks.session(session.id)}#registration`;
  return (
    <>
      <p>{t('sessions.join-text')}</p>
      <p class="actions">
        <ButtonLink href={withBack('/register', back)}>{t('ui.register')}</ButtonLink>
        <ButtonLink variant="quiet" href={withBack('/sign-in', back)}>
          {t('ui.sign-in')}
        </ButtonLink>
      </p>
    </>
  );
}

function Own({ session, csrf, errors }: SessionPageProps) {
  const { t, number } = useText();
  const { own, permissions, removedReason } = session;
  if (removedReason !== null)
    return (
      <Notice tone="warning" title={t('sessions.you-were-removed')}>
        <p dir="auto">{removedReason}</p>
      </Notice>
    );
  if (own === null)
    return permissions.register ? (
      <form class="stack" method="post" action={sessionLinks.register(session.id)}>
        <input type="hidden" name="_csrf" value={csrf} />
        {errors?.fields.timeZone && <p class="field-error">{errors.fields.timeZone}</p>}
        {/* Filled in by the island; without it, reminders name the time in the session's own zone. */}
        <input type="hidden" name="timeZone" value="" data-time-zone />
        <p>
          <Button>{t(isFull(session) ? 'sessions.join-waiting' : 'sessions.register')}</Button>
        </p>
      </form>
    ) : null;
  if (own.state === 'facilitating') return <p>{t('sessions.you-facilitate')}</p>;
  return (
    <>
      <p>
        <strong>
          {own.state === 'registered'
            ? t('sessions.you-have-place')
            : t('sessions.you-wait', { position: number(own.waitingPosition ?? 1) })}
        </strong>
      </p>
      {session.meetingLink && (
        <p>
          <a href={session.meetingLink} rel="noopener noreferrer">
            {t('sessions.open-meeting')}
          </a>
        </p>
      )}
      <PostButton action={sessionLinks.leave(session.id)} csrf={csrf} variant="quiet">
        {t(own.state === 'registered' ? 'sessions.give-up-place' : 'sessions.stop-waiting')}
      </PostButton>
    </>
  );
}

function isFull({ places, registered, waiting }: SessionView): boolean {
  return places !== null && (waiting > 0 || registered >= places);
}

/** Calling it off, with the reason that everyone who was to come is told. */
export function CancelForm({ session, csrf, errors, reason, removing }: SessionPageProps) {
  const { t } = useText();
  return (
    <details class="fold" open={reason !== undefined && removing === undefined}>
      <summary>{t('sessions.call-off')}</summary>
      <form class="form" method="post" action={sessionLinks.cancel(session.id)}>
        <input type="hidden" name="_csrf" value={csrf} />
        <TextField
          name="reason"
          label={t('sessions.call-off-reason')}
          hint={t('sessions.call-off-hint')}
          maxLength={500}
          value={removing ? undefined : reason}
          error={removing ? undefined : errors?.fields.reason}
        />
        <Button variant="danger">{t('sessions.call-off')}</Button>
      </form>
    </details>
  );
}
