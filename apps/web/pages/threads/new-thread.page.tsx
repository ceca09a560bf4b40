import { BODY_MAX, TITLE_MAX } from '../../../../libs/discussions/index.js';
import type { EntityRef } from '../../../../libs/platform/entities/entity.js';
import type { SearchHit } from '../../../../libs/platform/search/search-index.js';
import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Chip, Chips } from '../../components/chips.js';
import { Composer } from '../../components/composer.js';
import { Select, TextField } from '../../components/fields.js';
import { ButtonRow, ErrorSummary, Form } from '../../components/form.js';
import { ItemList } from '../../components/item-list.js';
import { LANGUAGE_OPTIONS } from '../../components/links.js';
import { Page, PageHead } from '../../components/page.js';
import { SearchForm } from '../../components/search-form.js';
import { Marked } from '../../components/search-hit-item.js';
import { EmptyState, Notice } from '../../components/states.js';
import { useText } from '../../components/text.js';
import { Trail } from '../../components/trail.js';
import type { FormErrors } from '../../rendering/form-errors.js';
import type { NameOf } from '../../rendering/names.js';

export interface NewThreadPageProps {
  subject: EntityRef;
  viewerId: string;
  csrf: string;
  clientKey: string;
  title: string;
  body: string;
  lang: string;
  previewHtml?: string;
  errors?: FormErrors;
}

export function NewThreadPage(props: NewThreadPageProps) {
  const { t } = useText();
  const { subject, errors } = props;
  return (
    <Page width="text">
      <Trail links={[{ label: t('threads.title'), href: '/threads' }]} />
      <PageHead title={t('threads.start')}>
        <Chips label={t('threads.about')}>
          <Chip href={subject.url} part={t(`threads.subject-${subject.type}`)}>
            {subject.title}
          </Chip>
          <li>
            <a class="chip-change" href="/threads/new">
              {t('threads.change-subject')}
            </a>
          </li>
        </Chips>
      </PageHead>
      {errors && <ErrorSummary errors={errors.summary} />}
      <Composer
        action="/threads"
        api="/api/v1/threads"
        csrf={props.csrf}
        label={t('threads.opening-post')}
        submitLabel={t('threads.publish')}
        placeholder={t('threads.opening-placeholder')}
        rows={10}
        maxLength={BODY_MAX}
        value={props.body}
        previewHtml={props.previewHtml}
        error={errors?.fields.body}
        values={{ about: subject.key, clientKey: props.clientKey }}
        draftKey={`${props.viewerId}:new-thread:${subject.key}`}
      >
        <TextField
          name="title"
          label={t('threads.question')}
          hint={t('threads.question-hint')}
          maxLength={TITLE_MAX}
          value={props.title}
          error={errors?.fields.title}
        />
        <Select
          name="lang"
          label={t('threads.language')}
          options={LANGUAGE_OPTIONS}
          value={props.lang}
          error={errors?.fields.lang}
        />
      </Composer>
    </Page>
  );
}

export interface PickSubjectPageProps {
  words: string;
  /** Null while the search is away. */
  hits: SearchHit[] | null;
  nameOf: NameOf;
  /** The subject that was asked for does not exist. */
  errors?: FormErrors;
  /** What was written already, about something that is gone. */
  written?: { csrf: string; fields: [string, string][] };
}

/** What shall the discussion be about? Found by name. */
export function PickSubjectPage({ words, hits, nameOf, errors, written }: PickSubjectPageProps) {
  const { t } = useText();
  return (
    <Page width="text">
      <Trail links={[{ label: t('threads.title'), href: '/threads' }]} />
      <PageHead title={t('threads.pick-title')} lede={t('threads.pick-lede')} />
      {errors && <ErrorSummary errors={errors.summary} />}
      {!written && (
        <SearchForm
          action="/threads/new"
          words={words}
          label={t('threads.pick-label')}
          placeholder={t('threads.pick-placeholder')}
        />
      )}
      {written && <PickForWritten {...written} words={words} hits={hits} nameOf={nameOf} />}
      {hits?.length === 0 && words !== '' ? (
        <EmptyState title={t('threads.pick-none')} message={t('threads.pick-none-text')} />
      ) : (
        hits &&
        hits.length > 0 &&
        !written && (
          <Card title={t(words === '' ? 'threads.pick-latest' : 'threads.pick-found')}>
            <ItemList>
              {hits.map((hit) => (
                <div key={hit.key} class="line-item">
                  <a
                    href={`/threads/new?about=${encodeURIComponent(hit.key)}`}
                    lang={hit.lang ?? undefined}
                    dir="auto"
                  >
                    {nameOf(hit.key, '') || <Marked pieces={hit.title} />}
                  </a>
                  <small>{t(`threads.subject-${hit.type}`)}</small>
                </div>
              ))}
            </ItemList>
          </Card>
        )
      )}
    </Page>
  );
}

/** Another subject for what is written: each is a button, so that the text comes along. */
function PickForWritten({
  csrf,
  fields,
  words,
  hits,
  nameOf,
}: NonNullable<PickSubjectPageProps['written']> & Pick<PickSubjectPageProps, 'words' | 'hits' | 'nameOf'>) {
  const { t } = useText();
  return (
    <>
      <Notice tone="warning">{t('threads.pick-kept')}</Notice>
      <Form action="/threads" csrf={csrf} values={{ ...Object.fromEntries(fields), do: 'look' }} enter="find">
        <TextField
          name="q"
          label={t('threads.pick-label')}
          placeholder={t('threads.pick-placeholder')}
          value={words}
          optional
          unmarked
        />
        <ButtonRow>
          <Button name="do" value="find" variant="quiet">
            {t('ui.search')}
          </Button>
        </ButtonRow>
        <ItemList>
          {hits?.map((hit) => (
            <div key={hit.key} class="line-item">
              <Button name="about" value={hit.key} variant="quiet">
                {nameOf(hit.key, '') || <Marked pieces={hit.title} />}
              </Button>{' '}
              <small>{t(`threads.subject-${hit.type}`)}</small>
            </div>
          ))}
        </ItemList>
      </Form>
      {fields.map(
        ([name, value]) =>
          name === 'body' && (
            <p key={name} class="kept-text" dir="auto">
              {value}
            </p>
          ),
      )}
    </>
  );
}
