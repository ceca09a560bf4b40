import { plannedStarts, type SessionView } from '../../../../libs/learning/index.js';
import { useText } from '../../components/text.js';
import { clockTime, dayAndTime, isOneDay } from '../../rendering/zoned-time.js';
import { durationInWords } from './session-words.js';

/** The steps with their length, and when each is planned to begin, by the clock of the session. */
export function AgendaList({
  session,
}: {
  session: Pick<SessionView, 'agenda' | 'startsAtUtc' | 'timeZone' | 'live' | 'state'>;
}) {
  const { t, locale } = useText();
  const { agenda, live, state, startsAtUtc, timeZone } = session;
  const starts = plannedStarts(agenda, startsAtUtc);
  const isRunning = state === 'running';
  // Within one day, the day need not be said with each step.
  const oneDay = isOneDay(startsAtUtc, starts.at(-1) ?? startsAtUtc, timeZone);
  const say = oneDay ? clockTime : dayAndTime;
  return (
    <ol class="agenda">
      {agenda.map(({ title, minutes, prompt }, index) => {
        const isCurrent = isRunning && index === live.stepIndex;
        const isPast = isRunning && live.stepIndex !== null && index < live.stepIndex;
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
              {say(locale, starts[index] ?? startsAtUtc, timeZone)} ·{' '}
              {durationInWords(minutes, { t, locale })}
              <span
                class="other-clock"
                data-local-time={starts[index] ?? startsAtUtc}
                data-zone={timeZone}
                data-style={oneDay ? 'none' : 'medium'}
                data-template={t('ui.time-your-zone', { time: '{time}', zone: '{zone}' })}
                hidden
              />
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
