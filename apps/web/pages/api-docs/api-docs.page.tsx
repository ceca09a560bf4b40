import { Card } from '../../components/card.js';
import { Badge } from '../../components/chips.js';
import { Page, PageHead } from '../../components/page.js';
import { useText } from '../../components/text.js';
import type { SchemaField } from './json-schema.js';
import type { ApiGroup, ApiOperation } from './operations.js';

const OPEN_API = '/api/openapi.json';

interface ApiDocsPageProps {
  groups: ApiGroup[];
  server: string;
}

/** The reference of the API, for reading: everything in it comes from the contracts of the routes. */
export function ApiDocsPage({ groups, server }: ApiDocsPageProps) {
  const { t } = useText();
  return (
    <Page
      asideFirst
      asideLabel={t('api-docs.contents')}
      aside={
        <nav class="contents" aria-label={t('api-docs.contents')}>
          <ul>
            <li>
              <a href="#basics">{t('api-docs.basics')}</a>
            </li>
            {groups.map(({ name, operations }) => (
              <li key={name}>
                <a href={`#${name}`}>
                  <code>{name}</code> <span class="count">{operations.length}</span>
                </a>
              </li>
            ))}
          </ul>
        </nav>
      }
    >
      <PageHead title={t('api-docs.title')} lede={t('api-docs.lede')} />
      <Basics server={server} />
      {groups.map(({ name, operations }) => (
        <section key={name} class="card" id={name} aria-labelledby={`${name}-title`}>
          <div class="card-head">
            <h2 id={`${name}-title`}>
              <code dir="ltr">/{name}</code>
            </h2>
          </div>
          {operations.map((operation) => (
            <Operation key={`${operation.method} ${operation.path}`} {...operation} />
          ))}
        </section>
      ))}
    </Page>
  );
}

function firstCall(server: string): string {
  return `curl '${server}/api/v1/cases?theme=irrigation&limit=5'`;
}

function Basics({ server }: { server: string }) {
  const { t } = useText();
  return (
    <Card title={t('api-docs.basics')} id="basics">
      <div class="prose">
        <p>{t('api-docs.everything')}</p>
        <pre dir="ltr">
          <code>{firstCall(server)}</code>
        </pre>
        <ul>
          <li>
            {t('api-docs.tokens')} <a href="/settings/tokens">{t('api-docs.make-token')}</a>
          </li>
          <li>{t('api-docs.paging')}</li>
          <li>{t('api-docs.errors')}</li>
          <li>{t('api-docs.languages')}</li>
          <li>
            {t('api-docs.machines')}{' '}
            <a href={OPEN_API} dir="ltr">
              {OPEN_API}
            </a>
          </li>
        </ul>
      </div>
    </Card>
  );
}

function Operation(operation: ApiOperation) {
  const { t } = useText();
  const { id, method, path, summary, description, needsSignIn } = operation;
  return (
    <details class="operation fold" id={id}>
      <summary>
        <span class="operation-line">
          <code dir="ltr">
            <b class={`method ${method}`}>{method.toUpperCase()}</b> {path}
          </code>
          <span lang="en">{summary}</span>
        </span>
      </summary>
      <div class="operation-sheet">
        {description && <p lang="en">{description}</p>}
        <p class="item-meta">
          <span>{needsSignIn ? t('api-docs.needs-token') : t('api-docs.open')}</span>
          {operation.permission && (
            <span>
              {t('api-docs.permission')} <code>{operation.permission}</code>
            </span>
          )}
          <span>
            {t('api-docs.answers')} <bdi>{operation.statuses.join(', ')}</bdi>
          </span>
        </p>
        <pre dir="ltr">
          <code>{operation.example}</code>
        </pre>
        <Fields title={t('api-docs.parameters')} fields={operation.parameters} />
        <Fields title={t('api-docs.body')} fields={operation.body} />
        <Fields title={t('api-docs.answer')} fields={operation.answer} isAnswer />
      </div>
    </details>
  );
}

function Fields({
  title,
  fields,
  isAnswer = false,
}: {
  title: string;
  fields: SchemaField[];
  isAnswer?: boolean;
}) {
  const { t } = useText();
  if (fields.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <dl class="schema-fields" dir="ltr">
        {fields.map((field) => (
          <div key={field.path}>
            <dt>
              <code>{field.path}</code>
              <small>{field.type}</small>
              {!isAnswer && field.required && <Badge tone="warm">{t('api-docs.required')}</Badge>}
            </dt>
            <dd>
              {field.description && <span lang="en">{field.description}</span>}
              <FieldNotes field={field} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function FieldNotes({ field }: { field: SchemaField }) {
  const { t } = useText();
  const { choices, range, byDefault } = field;
  if (choices.length === 0 && !range && byDefault === undefined) return null;
  return (
    <small>
      {choices.length > 0 && <code>{choices.join(' | ')}</code>} {range && <code>{range}</code>}{' '}
      {byDefault !== undefined && (
        <>
          {t('api-docs.default')} <code>{byDefault}</code>
        </>
      )}
    </small>
  );
}
