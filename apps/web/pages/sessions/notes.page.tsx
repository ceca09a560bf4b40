import type { NoteView, SessionView } from '../../../../libs/learning/index.js';
import { Page, PageHead } from '../../components/page.js';
import { Pager } from '../../components/pager.js';
import { useText } from '../../components/text.js';
import { Trail } from '../../components/trail.js';
import { NoteEntries } from './note-entries.js';

interface NotesPageProps {
  session: SessionView;
  notes: NoteView[];
  previousHref?: string;
  nextHref?: string;
}

/** All that was noted in a session, from its beginning on. */
export function NotesPage({ session, notes, previousHref, nextHref }: NotesPageProps) {
  const { t, number } = useText();
  const [first, last] = [notes[0], notes.at(-1)];
  const position =
    first && last
      ? t('sessions.notes-position', {
          first: number(first.number),
          last: number(last.number),
          total: number(session.live.noteCount),
        })
      : undefined;
  return (
    <Page width="text">
      <Trail
        links={[
          { label: t('sessions.title'), href: '/sessions' },
          { label: session.title, href: session.url },
        ]}
        current={t('sessions.notes')}
      />
      <PageHead title={t('sessions.notes')} />
      {notes.length > 0 ? <NoteEntries notes={notes} /> : <p class="unsaid">{t('sessions.no-notes')}</p>}
      <Pager previousHref={previousHref} nextHref={nextHref} position={position} />
    </Page>
  );
}
