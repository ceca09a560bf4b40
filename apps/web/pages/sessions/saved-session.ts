import type { SessionView } from '../../../../libs/learning/index.js';
import type { Texts } from '../../components/text.js';
import type { NameOf } from '../../rendering/names.js';

/** What a session says in each part of its form, as readers read it. */
export function savedSessionTexts(
  session: SessionView,
  { t }: Texts,
  nameOf: NameOf,
): Record<string, string> {
  const list = (parts: string[]) => parts.join(t('ui.list-comma'));
  const localTime = (value: string | null) => value?.replace('T', ' ') ?? '';
  return {
    title: session.title,
    purpose: session.purpose,
    format: t(`sessions.format-${session.format}`),
    about: list(session.about.map(({ key, title }) => nameOf(key, title))),
    facilitators: list(session.facilitators.map(({ name }) => name)),
    languages: list(session.languages),
    timeZone: session.timeZone,
    startsAt: localTime(session.startsAt),
    endsAt: localTime(session.endsAt),
    places: session.places === null ? '' : String(session.places),
    registrationOpensAt: localTime(session.registrationOpensAt),
    registrationClosesAt: localTime(session.registrationClosesAt),
    meetingLink: session.meetingLink ?? '',
    interpretationLinks: session.interpretationLinks
      .map(({ language, url }) => `${language}: ${url}`)
      .join('\n'),
    agenda: session.agenda
      .map(({ title, minutes, prompt }) => [`${title} (${minutes})`, prompt].filter(Boolean).join('\n'))
      .join('\n'),
  };
}
