import { timeLeft } from '../../../../libs/learning/index.js';
import { ButtonLink, PostButton } from '../../components/button.js';
import { useText } from '../../components/text.js';
import type { RoomPartProps } from './room-part-props.js';
import { sessionLinks } from './session-links.js';
import { clockFace } from './session-words.js';

/** The step at which the session stands, and how long it still has by the server's clock. */
export function StepNow({ session, csrf }: RoomPartProps) {
  const { t, number } = useText();
  const { agenda, live, permissions } = session;
  const index = live.stepIndex;
  const step = index === null ? undefined : agenda[index];
  const next = index === null ? 0 : index + 1;
  return (
    <>
      {step && index !== null ? (
        <div class="step-now">
          <div>
            <p class="kicker">
              {t('sessions.step-of', { number: number(index + 1), total: number(agenda.length) })}
            </p>
            <h3 dir="auto">{step.title}</h3>
            {step.prompt && (
              <p class="as-written" dir="auto">
                {step.prompt}
              </p>
            )}
          </div>
          <StepClock session={session} />
        </div>
      ) : (
        <p class="unsaid">{t('sessions.not-begun')}</p>
      )}
      {permissions.run && (
        <div class="button-row">
          {next < agenda.length && (
            <PostButton
              action={sessionLinks.step(session.id)}
              csrf={csrf}
              values={{ from: index === null ? '' : String(index) }}
            >
              {t(index === null ? 'sessions.begin' : 'sessions.next-step')}
            </PostButton>
          )}
          {index !== null && index > 0 && (
            <PostButton
              action={sessionLinks.step(session.id)}
              csrf={csrf}
              values={{ from: String(index), back: 'yes' }}
              variant="quiet"
            >
              {t('sessions.step-back')}
            </PostButton>
          )}
          {permissions.close && (
            <ButtonLink href={sessionLinks.close(session.id)} variant="quiet">
              {t('sessions.close-session')}
            </ButtonLink>
          )}
        </div>
      )}
    </>
  );
}

/** The time left; the island counts it down, whatever the reader's own clock shows. */
function StepClock({ session }: Pick<RoomPartProps, 'session'>) {
  const { t, locale } = useText();
  const { agenda, live, serverTime } = session;
  const left = timeLeft(agenda, live, new Date(serverTime));
  if (left === null) return null;
  const isOver = left < 0;
  return (
    <div
      class={isOver ? 'clock is-over' : 'clock'}
      data-ends={new Date(Date.parse(serverTime) + left).toISOString()}
      data-now={serverTime}
    >
      <span class="clock-face" role="timer" dir="ltr">
        {clockFace(left, locale)}
      </span>
      <span data-left hidden={isOver}>
        {t('sessions.time-left')}
      </span>
      <span data-over hidden={!isOver}>
        {t('sessions.time-over')}
      </span>
    </div>
  );
}
