import type { AuditEntry } from '../../../../libs/platform/audit/list-audit-entries.use-case.js';
import type { EntityRef } from '../../../../libs/platform/entities/entity.js';
import { Page, PageHead } from '../../components/page.js';
import { type Texts, useText } from '../../components/text.js';
import { TimeStamp } from '../../components/time-stamp.js';
import { AdministrationTabs } from './administration-tabs.js';

/** The same in every language. */
const VERIFY_COMMAND = 'minga audit verify';

interface AuditPageProps {
  entries: AuditEntry[];
  /** What can be seen of those who did something, and of what they did it to, by key. */
  names: ReadonlyMap<string, EntityRef>;
  /** Of the page with earlier entries. */
  earlierHref: string | null;
}

/** What was done to rights and to the content of others, in words and names. */
export function AuditPage({ entries, names, earlierHref }: AuditPageProps) {
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
                <EntryRow key={entry.seq} entry={entry} names={names} />
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

interface EntryRowProps extends Pick<AuditPageProps, 'names'> {
  entry: AuditEntry;
}

/** Keys and codes stand behind the words, so that entries can be compared with what the command tells. */
function EntryRow({ entry, names }: EntryRowProps) {
  const { t } = useText();
  const { seq, at, actorKey, via, action, targetKey, data, hash } = entry;
  const act = `administration.act-${action.replace('.', '-')}`;
  const way = `administration.via-${via}`;
  return (
    <tr>
      <td title={hash}>{seq}</td>
      <td>
        <TimeStamp iso={at} />
      </td>
      <td>
        <Named entityKey={actorKey} names={names} /> <small>{inWords(t, way) ?? via}</small>
      </td>
      <td title={action}>{inWords(t, act) ?? <code dir="ltr">{action}</code>}</td>
      <td>
        <Named entityKey={targetKey} names={names} />
      </td>
      <td>
        <Details data={data} />
      </td>
    </tr>
  );
}

function Details({ data }: Pick<AuditEntry, 'data'>) {
  const { t } = useText();
  const { role, ...others } = data;
  const named = `identity.role-${String(role)}`;
  const told = Object.entries(others).map(([name, value]) => `${name}: ${String(value)}`);
  return (
    <>
      {role !== undefined && (inWords(t, named) ?? String(role))} <code dir="ltr">{told.join(', ')}</code>
    </>
  );
}

/** A text that may be missing: acts and ways of older versions stay in the log for ever. */
function inWords(t: Texts['t'], key: string): string | null {
  const said = t(key);
  return said === key ? null : said;
}

/** Minga itself, and whoever runs its commands. */
const MINGA = 'minga';

function Named({ entityKey, names }: Pick<AuditPageProps, 'names'> & { entityKey: string }) {
  const entity = names.get(entityKey);
  if (entity)
    return (
      <a href={entity.url} title={entityKey}>
        <bdi>{entity.title}</bdi>
      </a>
    );
  return entityKey === MINGA ? <>Minga</> : <code dir="ltr">{entityKey}</code>;
}
