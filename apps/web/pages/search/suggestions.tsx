import type { SuggestView } from '../../../../libs/explore/index.js';
import { Icon } from '../../components/icon.js';
import { Marked } from '../../components/search-hit-item.js';
import { useText } from '../../components/text.js';
import type { NameOf } from '../../rendering/names.js';
import { titleOf } from './hit-list.js';

interface SuggestionsProps {
  words: string;
  hits: SuggestView['hits'];
  kindOf: (type: string) => string;
  nameOf: NameOf;
  /** Address of the whole search. */
  allHref: string;
}

/** The fragment that the search box shows while someone types: one list of links. */
export function Suggestions({ words, hits, kindOf, nameOf, allHref }: SuggestionsProps) {
  const { t } = useText();
  if (hits.length === 0) return null;
  return (
    <ul>
      {hits.map((hit) => (
        <li key={hit.key}>
          <a href={hit.url}>
            <span lang={hit.lang ?? undefined} dir="auto">
              <Marked pieces={titleOf(hit, nameOf)} />
            </span>
            <small>{kindOf(hit.type)}</small>
          </a>
        </li>
      ))}
      <li>
        <a href={allHref}>
          <Icon name="search" />
          <span>{t('search.all-for', { words })}</span>
        </a>
      </li>
    </ul>
  );
}
