import { isUtc, timeRange, zoneName } from '../rendering/zoned-time.js';
import { useText } from './text.js';

interface ZonedTimeProps {
  /** ISO 8601, UTC. */
  from: string;
  to: string;
  /** IANA name of the zone in which it takes place. */
  zone: string;
  /** One line, for lists. */
  short?: boolean;
}

/**
 * When something takes place: by the clock there, in UTC, and, filled in by the `site` island, by the reader's own
 * clock. Each says which clock it is.
 */
export function ZonedTime({ from, to, zone, short = false }: ZonedTimeProps) {
  const { t, locale } = useText();
  return (
    <span class={short ? 'zoned-time short' : 'zoned-time'}>
      <time dateTime={from}>
        {t('ui.time-in-zone', {
          time: timeRange(locale, { from, to, zone, short }),
          zone: zoneName(locale, zone, from),
        })}
      </time>
      {!isUtc(zone) && (
        <span class="other-clock" data-utc>
          {t('ui.time-in-zone', {
            time: timeRange(locale, { from, to, zone: 'UTC', short: true }),
            zone: 'UTC',
          })}
        </span>
      )}
      <span
        class="other-clock"
        data-local-time={from}
        data-until={to}
        data-zone={zone}
        data-style={short ? 'medium' : 'full'}
        data-template={t('ui.time-your-zone', { time: '{time}', zone: '{zone}' })}
        hidden
      />
    </span>
  );
}
