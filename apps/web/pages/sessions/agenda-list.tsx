import { plannedStarts, type SessionView } from '../../../../libs/learning/index.js';
import { useText } from '../../components/text.js';
import { clockTime } from '../../rendering/zoned-time.js';

/** The steps with their length, and when each is planned to begin, by the clock of the session. */
export function AgendaList({
  session,
}: {
  session: Pick<SessionView, 'agenda' | 'startsAtUtc' | 'timeZone' | 'live' | 'state'>;
}) {
  const { t, locale } = useText();
  const { agenda, live } = session;
  const starts = plannedStarts(agenda, session.startsAtUtc);
  return (
    <ol class="agenda">
      {agenda.map(({ title, minutes, prompt }, index) => {
        const isCurrent = session.state === 'running' && index === live.stepIndex;
        const isPast = live.stepIndex !== null && index < live.stepIndex;
        return (
          <li
            key={`${index} ${title}`}
            class={isPast ? 'is-past' : undefined}
            aria-current={isCurrent ? 'step' : undefined}
          >
            <span class="agenda-step" dir="auto">
              {title}
            </span>
            <span class="agenda-time">
              {clockTime(locale, starts[index] ?? session.startsAtUtc, session.timeZone)} ·{' '}
              {t('sessions.minutes', { count: minutes })}
            </span>
            {prompt && live.stepIndex === null && (
              <span class="agenda-prompt" dir="auto">
                {prompt}
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
