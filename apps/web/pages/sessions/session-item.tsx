import type { SessionSummaryView } from '../../../../libs/learning/index.js';
import { Badge } from '../../components/chips.js';
import { ItemTitle } from '../../components/item-title.js';
import { useText } from '../../components/text.js';
import { ZonedTime } from '../../components/zoned-time.js';
import type { NameOf } from '../../rendering/names.js';
import { languageNames, placesInWords } from './session-words.js';

interface SessionItemProps {
  session: SessionSummaryView;
  nameOf: NameOf;
  /** Heading level; 3 by default. */
  level?: 2 | 3;
}

/** Subjects beyond these are left to the session's own page. */
const SUBJECTS = 4;

/** A session in a list: when, what for, about what, and whether there is still room. */
export function SessionItem({ session, nameOf, level = 3 }: SessionItemProps) {
  const texts = useText();
  const { t } = texts;
  const isToCome = session.state === 'planned' || session.state === 'running';
  return (
    <article class="session-item">
      <p class="line-when">
        <ZonedTime from={session.startsAtUtc} to={session.endsAtUtc} zone={session.timeZone} short />
      </p>
      <ItemTitle level={level}>
        <a href={session.url}>{session.title}</a> <StateBadge state={session.state} />
      </ItemTitle>
      <p class="item-meta">
        <span>{t(`sessions.format-${session.format}`)}</span>
        <span>{languageNames(session.languages, texts)}</span>
        {isToCome && <span>{placesInWords(session, texts)}</span>}
        {session.about.slice(0, SUBJECTS).map(({ key, title, url }) => (
          <a key={key} href={url}>
            <bdi>{nameOf(key, title)}</bdi>
          </a>
        ))}
      </p>
    </article>
  );
}

export function StateBadge({ state }: Pick<SessionSummaryView, 'state'>) {
  const { t } = useText();
  if (state === 'planned') return null;
  const tone = state === 'running' ? 'good' : state === 'cancelled' ? 'bad' : 'plain';
  return <Badge tone={tone}>{t(`sessions.state-${state}`)}</Badge>;
}
