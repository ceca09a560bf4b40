import type { CaseView } from '../../../../libs/cases/index.js';
import { Html } from '../../components/html.js';
import { Icon } from '../../components/icon.js';
import { useText } from '../../components/text.js';
import type { NameOf } from '../../rendering/names.js';
import { placesOf } from './case-words.js';
import { type ComparedCell, comparisonRows } from './comparison-rows.js';

interface ComparisonTableProps {
  /** The case itself first, then those put beside it. */
  items: CaseView[];
  nameOf: NameOf;
}

/** Cases as columns, what they say as rows; wider than the screen, it scrolls on its own. */
export function ComparisonTable({ items, nameOf }: ComparisonTableProps) {
  const texts = useText();
  const { t } = texts;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class="table-scroll" aria-label={t('cases.side-by-side')} tabIndex={0} id="side-by-side">
      <table class="table comparison">
        <caption class="visually-hidden">{t('cases.side-by-side')}</caption>
        <thead>
          <tr>
            <td />
            {items.map((item) => (
              <th key={item.id} scope="col">
                <a href={item.url} lang={item.lang ?? undefined} dir="auto">
                  {item.title}
                </a>
                <small>{placesOf(item, texts, nameOf)}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {comparisonRows(items, texts, nameOf).map(({ label, cells }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {cells.map((cell, index) => (
                <td key={items[index]?.id}>
                  <Cell cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell({ cell }: { cell: ComparedCell }) {
  const { t } = useText();
  if (cell === null) return <span class="unsaid">{t('ui.not-reported')}</span>;
  if ('html' in cell) return <Html html={cell.html} lang={cell.lang ?? undefined} />;
  return (
    <ul class="plain-list">
      {cell.values.map(({ key, text, isShared }) => (
        <li key={key} class={isShared ? 'is-shared' : undefined}>
          {isShared && (
            <>
              <Icon name="check" />
              <span class="visually-hidden">{t('ui.kin-shared')} </span>
            </>
          )}
          <span dir="auto">{text}</span>
        </li>
      ))}
    </ul>
  );
}
