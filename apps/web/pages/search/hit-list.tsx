import type { SearchView } from '../../../../libs/explore/index.js';
import { ItemList } from '../../components/item-list.js';
import { SearchHitItem } from '../../components/search-hit-item.js';
import { useText } from '../../components/text.js';
import { hrefWith, type NameOf } from '../../rendering/names.js';

export type Hit = SearchView['hits'][number];

interface HitListProps {
  hits: Hit[];
  /** What kind of thing each is; null where all are of one kind. */
  kindOf: ((type: string) => string) | null;
  nameOf: NameOf;
}

/** Countries beyond these are left out of the line above a hit. */
const COUNTRIES = 3;

/** What has its place in time; names of countries and goals have none that matters. */
const DATED: ReadonlySet<string> = new Set(['case', 'thread', 'post']);

/** What a search found, best first. */
export function HitList({ hits, kindOf, nameOf }: HitListProps) {
  const { t } = useText();
  return (
    <ItemList sheet>
      {hits.map((hit) => (
        <SearchHitItem
          key={hit.key}
          href={hit.url}
          title={titleOf(hit, nameOf)}
          snippet={snippetOf(hit, nameOf)}
          kind={kindOf?.(hit.type) ?? t('search.found-case')}
          lang={hit.lang ?? undefined}
          at={DATED.has(hit.type) ? hit.at : undefined}
          notes={hit.facets.country?.slice(0, COUNTRIES).map((code) => nameOf(`country:${code}`))}
        />
      ))}
    </ItemList>
  );
}

/** What the atlas names is shown under its name in the reader's language, in whichever it was found. */
export function titleOf({ key, title }: Pick<Hit, 'key' | 'title'>, nameOf: NameOf): Hit['title'] {
  const name = nameOf(key, '');
  const found = title.map(({ text }) => text).join('');
  return name === '' || name === found ? title : [{ text: name, marked: false }];
}

/** The text of what the atlas names is its names in all languages: worth a line only where one of them was looked for. */
function snippetOf({ key, title, snippet }: Hit, nameOf: NameOf): Hit['snippet'] {
  const isNamed = nameOf(key, '') !== '';
  return isNamed && title.some(({ marked }) => marked) ? [] : snippet;
}

/** Links to the pages before and after in what was found, and where one is. */
export function hitPager(
  path: string,
  values: Record<string, string | readonly string[] | undefined>,
  found: SearchView | null,
  limit: number,
  offset: unknown,
) {
  const start = Number(offset) || 0;
  const at = (place: number) => hrefWith(path, { ...values, offset: place > 0 ? String(place) : undefined });
  const next = found?.nextCursor ?? null;
  return {
    previousHref: start > 0 ? at(Math.max(0, start - limit)) : undefined,
    nextHref: next === null ? undefined : at(Number(next)),
  };
}
