import type { ThreadSummaryView } from '../../../../libs/discussions/index.js';
import { ButtonLink } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Chip, Chips } from '../../components/chips.js';
import { ItemList, LineItem } from '../../components/item-list.js';
import { SdgDot } from '../../components/sdg.js';
import { useText } from '../../components/text.js';
import { TimeStamp } from '../../components/time-stamp.js';
import { codeOf, type NameOf } from '../../rendering/names.js';
import type { CommunityFigures } from './community-figures.js';

const STEPS: [name: string, href: string][] = [
  ['find', '/search'],
  ['ask', '/threads/new'],
  ['tell', '/cases/new'],
];

/** Where to begin, in three steps. */
export function FirstSteps() {
  const { t } = useText();
  return (
    <Card title={t('home.start-here')} tone="call" action={<a href="/about">{t('home.about')}</a>}>
      <ol class="steps">
        {STEPS.map(([name, href]) => (
          <li key={name}>
            <a href={href}>{t(`home.step-${name}`)}</a>
            <p>{t(`home.step-${name}-text`)}</p>
          </li>
        ))}
      </ol>
    </Card>
  );
}

/** From where, and on what, nothing was heard yet: an invitation. */
export function SilentSoFar({ figures, nameOf }: { figures: CommunityFigures; nameOf: NameOf }) {
  const { t } = useText();
  return (
    <Card title={t('home.silent')}>
      <div class="stack">
        {figures.silentCountries > 0 && (
          <>
            <p>{t('home.silent-countries', { count: figures.silentCountries })}</p>
            <Chips label={t('home.silent')}>
              {figures.someSilentCountries.map((key) => (
                <Chip key={key} href={`/countries/${codeOf(key)}`}>
                  {nameOf(key)}
                </Chip>
              ))}
            </Chips>
          </>
        )}
        <p>{t('home.quiet-goals')}</p>
        <p class="goal-links">
          {figures.quietGoals.map((goal) => (
            <a key={goal} href={`/sdgs/${goal}`}>
              <SdgDot number={goal} />
            </a>
          ))}
        </p>
        <p>
          <ButtonLink href="/cases/new" variant="quiet">
            {t('home.tell-yours')}
          </ButtonLink>
        </p>
      </div>
    </Card>
  );
}

/** Threads by their latest post, one line each. */
export function ActiveThreads({ threads }: { threads: ThreadSummaryView[] }) {
  const { t } = useText();
  return (
    <Card title={t('home.active-threads')} action={<a href="/threads">{t('home.all')}</a>}>
      {threads.length > 0 ? (
        <ItemList>
          {threads.map(({ id, url, title, lang, postCount, activeAt }) => (
            <LineItem
              key={id}
              href={url}
              title={title}
              lang={lang ?? undefined}
              note={
                <>
                  {t('ui.replies', { count: postCount - 1 })} · <TimeStamp iso={activeAt} />
                </>
              }
            />
          ))}
        </ItemList>
      ) : (
        <p>
          <a href="/threads/new">{t('threads.start')}</a>
        </p>
      )}
    </Card>
  );
}
