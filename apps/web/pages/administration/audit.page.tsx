import type { AuditEntry } from '../../../../libs/platform/audit/list-audit-entries.use-case.js';
import { Page, PageHead } from '../../components/page.js';
import { useText } from '../../components/text.js';
import { TimeStamp } from '../../components/time-stamp.js';
import { AdministrationTabs } from './administration-tabs.js';

/** The same in every language. */
const VERIFY_COMMAND = 'minga audit verify';

interface AuditPageProps {
  entries: AuditEntry[];
  /** Of the page with earlier entries. */
  earlierHref: string | null;
}

/** What was done to rights and to the content of others. Keys and codes stand as they are kept, so that they can be compared. */
export function AuditPage({ entries, earlierHref }: AuditPageProps) {
  const { t } = useText();
  return (
    <Page>
      <PageHead title={t('administration.audit-title')} lede={t('administration.audit-lede')} />
      <AdministrationTabs part="audit" />
      {entries.length === 0 && <p class="soft">{t('administration.audit-empty')}</p>}
      {entries.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls has to be reached by keyboard
        <section class="table-scroll" aria-label={t('administration.audit-title')} tabIndex={0}>
          <table class="table">
            <thead>
              <tr>
                {['number', 'time', 'who', 'what', 'target', 'details'].map((name) => (
                  <th key={name} scope="col">
                    {t(`administration.audit-${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => (
                <EntryRow key={entry.seq} entry={entry} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {earlierHref && (
        <p>
          <a href={earlierHref}>{t('administration.audit-earlier')}</a>
        </p>
      )}
      <p class="soft">
        {t('administration.audit-verify')} <code dir="ltr">{VERIFY_COMMAND}</code>
      </p>
    </Page>
  );
}

function EntryRow({ entry }: { entry: AuditEntry }) {
  const { seq, at, actorKey, via, action, targetKey, data, hash } = entry;
  const details = Object.entries(data).map(([name, value]) => `${name}: ${String(value)}`);
  return (
    <tr>
      <td title={hash}>{seq}</td>
      <td>
        <TimeStamp iso={at} />
      </td>
      <td>
        <KeyLink entityKey={actorKey} /> <code>{via}</code>
      </td>
      <td>
        <code>{action}</code>
      </td>
      <td>
        <KeyLink entityKey={targetKey} />
      </td>
      <td>
        <code dir="ltr">{details.join(', ')}</code>
      </td>
    </tr>
  );
}

const PLACES: Record<string, string> = {
  person: 'people',
  thread: 'threads',
  case: 'cases',
  theme: 'themes',
};

function KeyLink({ entityKey }: { entityKey: string }) {
  const [type = '', id = ''] = entityKey.split(':');
  const place = PLACES[type];
  const key = <code dir="ltr">{entityKey}</code>;
  return place ? <a href={`/${place}/${id}`}>{key}</a> : key;
}
