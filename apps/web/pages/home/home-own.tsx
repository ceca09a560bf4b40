import { type ParticipatedThreadView, postUrl } from '../../../../libs/discussions/index.js';
import { ButtonLink } from '../../components/button.js';
import { Card, CardGrid } from '../../components/card.js';
import { ItemList, LineItem } from '../../components/item-list.js';
import { useText } from '../../components/text.js';
import { TimeStamp } from '../../components/time-stamp.js';
import type { NameOf } from '../../rendering/names.js';
import type { HomeOwn } from './home-reader.js';

/** What concerns the reader: their discussions, their drafts, their country. */
export function OwnCards({ own, nameOf }: { own: HomeOwn; nameOf: NameOf }) {
  return (
    <CardGrid>
      <OwnThreads threads={own.threads} />
      {own.drafts.length > 0 && <OwnDrafts own={own} />}
      <OwnCountry own={own} nameOf={nameOf} />
    </CardGrid>
  );
}

function OwnThreads({ threads }: { threads: ParticipatedThreadView[] }) {
  const { t } = useText();
  if (threads.length === 0) {
    return (
      <Card title={t('home.your-threads')}>
        <p>{t('home.your-threads-none')}</p>
        <p>
          <ButtonLink href="/threads/new" variant="quiet">
            {t('threads.start')}
          </ButtonLink>
        </p>
      </Card>
    );
  }
  return (
    <Card title={t('home.your-threads')} action={<a href="/threads?mine=1">{t('home.all')}</a>}>
      <ItemList>
        {threads.map((thread) => (
          <LineItem
            key={thread.id}
            href={firstNewHref(thread)}
            title={thread.title}
            lang={thread.lang ?? undefined}
            when={newCount(thread) > 0 ? t('home.new-since-yours', { count: newCount(thread) }) : undefined}
            note={<TimeStamp iso={thread.activeAt} />}
          />
        ))}
      </ItemList>
    </Card>
  );
}

function newCount({ postCount, lastOwnNumber }: ParticipatedThreadView): number {
  return lastOwnNumber === null ? 0 : postCount - lastOwnNumber;
}

/** The first post that came after the reader's own latest one. */
function firstNewHref(thread: ParticipatedThreadView): string {
  return newCount(thread) > 0 ? postUrl(thread.id, (thread.lastOwnNumber ?? 0) + 1) : thread.url;
}

function OwnDrafts({ own }: { own: HomeOwn }) {
  const { t, number } = useText();
  return (
    <Card title={t('home.your-drafts')} action={<a href="/cases/mine">{t('home.all')}</a>}>
      <ItemList>
        {own.drafts.map(({ id, url, title, lang, completeness }) => (
          <LineItem
            key={id}
            href={url}
            title={title}
            lang={lang ?? undefined}
            note={t('cases.percent-reported', { percent: number(completeness.percent) })}
          />
        ))}
      </ItemList>
    </Card>
  );
}

function OwnCountry({ own, nameOf }: { own: HomeOwn; nameOf: NameOf }) {
  const { t } = useText();
  const { country } = own;
  if (!country) {
    return (
      <Card title={t('home.your-country')}>
        <p>{t('home.your-country-unknown')}</p>
        <p>
          <ButtonLink href="/settings#country" variant="quiet">
            {t('home.say-where')}
          </ButtonLink>
        </p>
      </Card>
    );
  }
  const name = nameOf(country.key, country.title);
  const count = country.threads.length + country.cases.length;
  return (
    <Card
      title={t('home.from-country', { country: name })}
      action={<a href={country.url}>{t('home.all')}</a>}
    >
      {count > 0 ? (
        <ItemList>
          {country.cases.map(({ id, url, title, lang }) => (
            <LineItem
              key={id}
              href={url}
              title={title}
              lang={lang ?? undefined}
              note={t('threads.subject-case')}
            />
          ))}
          {country.threads.map(({ id, url, title, lang, activeAt }) => (
            <LineItem
              key={id}
              href={url}
              title={title}
              lang={lang ?? undefined}
              note={
                <>
                  {t('threads.subject-thread')} · <TimeStamp iso={activeAt} />
                </>
              }
            />
          ))}
        </ItemList>
      ) : (
        <>
          <p>{t('home.country-silent', { country: name })}</p>
          <p>
            <ButtonLink href="/cases/new" variant="quiet">
              {t('home.tell-yours')}
            </ButtonLink>
          </p>
        </>
      )}
    </Card>
  );
}
