import {
  type DialogueView,
  type PhaseSpan,
  phaseAt,
  type Schedule,
} from '../../../../libs/dialogues/index.js';
import { useText } from '../../components/text.js';
import { timeOf, zoneName } from '../../rendering/zoned-time.js';

interface PhaseLineProps {
  dialogue: Pick<DialogueView, 'phases' | 'timeZone' | 'closedAt'>;
  now: Date;
}

type Place = 'done' | 'now' | 'coming';

/** The phases in their order, with the one that is open now. */
export function PhaseLine({ dialogue, now }: PhaseLineProps) {
  const texts = useText();
  const { t } = texts;
  const { phases, timeZone } = dialogue;
  return (
    <section class="phases" aria-label={t('dialogue-pages.part-phases')}>
      <ol class="phase-line">
        {phases.map((span) => {
          const place = placeOf(span, dialogue, now);
          return (
            <li key={span.phase} class={place} aria-current={place === 'now' ? 'step' : undefined}>
              <b>{t(`dialogue-pages.phase-${span.phase}`)}</b>
              <span class="phase-place">{t(`dialogue-pages.place-${place}`)}</span>
              <span class="phase-days">
                <time dateTime={span.opensAt}>{timeOf(texts.locale, span.opensAt, timeZone)}</time>
                {' – '}
                <time dateTime={span.closesAt}>{timeOf(texts.locale, span.closesAt, timeZone)}</time>
              </span>
              {place === 'now' && <ByTheReadersClock span={span} timeZone={timeZone} />}
            </li>
          );
        })}
      </ol>
      <p class="field-hint">
        {t('dialogue-pages.times-in', { zone: zoneName(texts.locale, timeZone, now.toISOString()) })}
      </p>
    </section>
  );
}

/** Filled in by the `site` island, which knows the zone of the device. */
function ByTheReadersClock({ span, timeZone }: { span: PhaseSpan; timeZone: string }) {
  const { t } = useText();
  return (
    <span
      class="phase-days"
      data-local-time={span.opensAt}
      data-until={span.closesAt}
      data-zone={timeZone}
      data-style="medium"
      data-template={t('ui.time-your-zone', { time: '{time}', zone: '{zone}' })}
      hidden
    />
  );
}

/** Once an outcome is written, all is done but following up, whatever time was left. */
function placeOf({ phase, closesAt }: PhaseSpan, { phases, closedAt }: Schedule, now: Date): Place {
  if (closedAt !== null && phase !== 'following-up') return 'done';
  if (phase === phaseAt(phases, now)) return 'now';
  return Date.parse(closesAt) <= now.getTime() ? 'done' : 'coming';
}
