import type { SessionView } from '../../../../libs/learning/index.js';
import { Card } from '../../components/card.js';
import { FactList } from '../../components/fact-list.js';
import { Html } from '../../components/html.js';
import { Page } from '../../components/page.js';
import { useText } from '../../components/text.js';
import { Trail } from '../../components/trail.js';
import type { NameOf } from '../../rendering/names.js';
import { SessionHead } from './session.page.js';
import { Outcome } from './session-outcome.js';
import { languageNames } from './session-words.js';

/** The record of a session on one sheet, to print or to keep. */
export function RecordPage({
  session,
  nameOf,
  baseUrl,
}: {
  session: SessionView;
  nameOf: NameOf;
  baseUrl: string;
}) {
  const texts = useText();
  const { t } = texts;
  const { outcome } = session;
  return (
    <Page width="text">
      <Trail
        links={[
          { label: t('sessions.title'), href: '/sessions' },
          { label: session.title, href: session.url },
        ]}
        current={t('sessions.record')}
      />
      <SessionHead session={session} nameOf={nameOf} isRecord />
      <Card title={t('sessions.purpose')}>
        <Html html={session.purposeHtml} />
        <FactList
          facts={[
            {
              label: t('sessions.facilitators'),
              value: <bdi>{session.facilitators.map(({ name }) => name).join(t('ui.list-comma'))}</bdi>,
            },
            { label: t('sessions.languages'), value: languageNames(session.languages, texts) },
            { label: t('sessions.address'), value: <bdi>{`${baseUrl}${session.url}`}</bdi> },
          ]}
        />
      </Card>
      {outcome && <Outcome session={session} outcome={outcome} nameOf={nameOf} />}
    </Page>
  );
}
