import type { ActorSummaryView } from '../../../../libs/atlas/index.js';
import { ButtonLink } from '../../components/button.js';
import { Chip, Chips } from '../../components/chips.js';
import { ItemList } from '../../components/item-list.js';
import { ItemTitle } from '../../components/item-title.js';
import { Page, PageHead } from '../../components/page.js';
import { Pager } from '../../components/pager.js';
import { SearchForm } from '../../components/search-form.js';
import { EmptyState } from '../../components/states.js';
import { useText } from '../../components/text.js';

interface ActorListPageProps {
  actors: ActorSummaryView[];
  words: string;
  country?: { code: string; name: string };
  nextHref?: string;
  previousHref?: string;
}

/** Organisations that did the work, paid for it or hosted it. */
export function ActorListPage({ actors, words, country, nextHref, previousHref }: ActorListPageProps) {
  const { t } = useText();
  return (
    <Page width="text">
      <PageHead title={t('atlas.actors-title')} lede={t('atlas.actors-lede')} />
      <SearchForm
        words={words}
        action="/actors"
        label={t('atlas.find-actor')}
        placeholder={t('atlas.find-actor-placeholder')}
        values={country ? [['country', country.code]] : []}
      />
      {country && (
        <Chips>
          <Chip href="/actors" part={t('atlas.based-in')}>
            {country.name} ×
          </Chip>
        </Chips>
      )}
      {actors.length > 0 ? (
        <ItemList sheet>
          {actors.map((actor) => (
            <article key={actor.id} class="hit">
              <ItemTitle level={2}>
                <a href={actor.url}>{actor.name}</a>
              </ItemTitle>
              <p class="item-meta">
                {actor.type && <span>{actor.type.name}</span>}
                {actor.country && <a href={actor.country.url}>{actor.country.name}</a>}
              </p>
            </article>
          ))}
        </ItemList>
      ) : (
        <EmptyState
          title={t('atlas.no-actor')}
          message={t('atlas.no-actor-message')}
          action={
            <ButtonLink href="/actors" variant="quiet">
              {t('ui.clear-filters')}
            </ButtonLink>
          }
        />
      )}
      <Pager previousHref={previousHref} nextHref={nextHref} />
    </Page>
  );
}
