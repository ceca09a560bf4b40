import { languageName } from '../../../../libs/platform/i18n/language-name.js';
import { ButtonLink } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Chip, Chips } from '../../components/chips.js';
import { FactList } from '../../components/fact-list.js';
import { ErrorSummary } from '../../components/form.js';
import { Html } from '../../components/html.js';
import { Page, PageHead } from '../../components/page.js';
import { Notice } from '../../components/states.js';
import { useText } from '../../components/text.js';
import { Trail } from '../../components/trail.js';
import { ZonedTime } from '../../components/zoned-time.js';
import { AgendaList } from './agenda-list.js';
import { Participants } from './participants.js';
import { CancelForm, Registration } from './registration.js';
import { StateBadge } from './session-item.js';
import { sessionLinks } from './session-links.js';
import { Outcome } from './session-outcome.js';
import type { SessionPageProps } from './session-page-props.js';
import { languageNames } from './session-words.js';

export function SessionPage(props: SessionPageProps) {
  const { session, errors, nameOf } = props;
  const { t } = useText();
  const { outcome } = session;
  const goesOn = session.state === 'planned' || session.state === 'running';
  return (
    <Page
      asideLabel={t('sessions.facts')}
      aside={
        <>
          {goesOn && <Registration {...props} />}
          <SessionFacts session={session} />
          {session.permissions.cancel && <CancelForm {...props} />}
        </>
      }
    >
      <Trail links={[{ label: t('sessions.title'), href: '/sessions' }]} />
      <SessionHead session={session} nameOf={nameOf} />
      {errors && <ErrorSummary errors={errors.summary} />}
      {session.state === 'cancelled' && (
        <Notice tone="warning" title={t('sessions.was-cancelled')}>
          <p dir="auto">{session.cancelledReason}</p>
        </Notice>
      )}
      {outcome && <Outcome session={session} outcome={outcome} nameOf={nameOf} />}
      <Card title={t('sessions.purpose')}>
        <Html html={session.purposeHtml} />
      </Card>
      {session.agenda.length > 0 && (
        <Card title={t('sessions.agenda')}>
          <AgendaList session={session} />
        </Card>
      )}
      {goesOn && <Participants {...props} />}
      {session.threadId && (
        <p>
          <a href={`/threads/${session.threadId}`}>{t('sessions.read-thread')}</a>
        </p>
      )}
    </Page>
  );
}

export function SessionHead({
  session,
  nameOf,
  isRecord = false,
}: Pick<SessionPageProps, 'session' | 'nameOf'> & { isRecord?: boolean }) {
  const { t } = useText();
  const { permissions } = session;
  return (
    <PageHead
      title={session.title}
      kicker={
        <>
          <span>{t(`sessions.format-${session.format}`)}</span>
          <StateBadge state={session.state} />
        </>
      }
      lede={<ZonedTime from={session.startsAtUtc} to={session.endsAtUtc} zone={session.timeZone} />}
      actions={
        isRecord ? undefined : (
          <>
            {session.live.open && (
              <ButtonLink href={sessionLinks.room(session.id)}>{t('sessions.enter')}</ButtonLink>
            )}
            {permissions.edit && (
              <ButtonLink href={sessionLinks.edit(session.id)} variant="quiet" icon="edit">
                {t('ui.edit')}
              </ButtonLink>
            )}
            {session.outcome && (
              <ButtonLink href={sessionLinks.record(session.id)} variant="quiet">
                {t('sessions.record-for-print')}
              </ButtonLink>
            )}
          </>
        )
      }
    >
      <Chips label={t('sessions.about')}>
        {session.about.map(({ key, title, url }) => (
          <Chip key={key} href={url}>
            {nameOf(key, title)}
          </Chip>
        ))}
      </Chips>
    </PageHead>
  );
}

function SessionFacts({ session }: Pick<SessionPageProps, 'session'>) {
  const texts = useText();
  const { t, number, locale } = texts;
  return (
    <Card title={t('sessions.facts')}>
      <FactList
        facts={[
          {
            label: t('sessions.facilitators'),
            value: (
              <ul class="plain-list">
                {session.facilitators.map(({ id, name, url }) => (
                  <li key={id}>
                    <a href={url}>
                      <bdi>{name}</bdi>
                    </a>
                  </li>
                ))}
              </ul>
            ),
          },
          { label: t('sessions.languages'), value: languageNames(session.languages, texts) },
          {
            label: t('sessions.places'),
            value: session.places === null ? t('sessions.places-for-all') : number(session.places),
          },
          {
            label: t('sessions.meeting-link'),
            value: session.meetingLink && (
              <a href={session.meetingLink} rel="noopener noreferrer">
                {t('sessions.open-meeting')}
              </a>
            ),
          },
          {
            label: t('sessions.interpretation'),
            value: session.interpretationLinks.length > 0 && (
              <ul class="plain-list">
                {session.interpretationLinks.map(({ language, url }) => (
                  <li key={url}>
                    <a href={url} rel="noopener noreferrer">
                      {languageName(language, locale)}
                    </a>
                  </li>
                ))}
              </ul>
            ),
          },
          {
            label: t('sessions.calendar'),
            value: <a href={sessionLinks.calendar(session.id)}>{t('sessions.calendar-file')}</a>,
          },
        ].map((fact) => ({ ...fact, value: fact.value || undefined }))}
      />
    </Card>
  );
}
