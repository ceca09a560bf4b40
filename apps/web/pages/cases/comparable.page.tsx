import type { CaseView } from '../../../../libs/cases/index.js';
import { Button, ButtonLink } from '../../components/button.js';
import { KinItem, type KinItemProps } from '../../components/kin-item.js';
import { Page, PageHead } from '../../components/page.js';
import { EmptyState, Notice } from '../../components/states.js';
import { useText } from '../../components/text.js';
import { Trail } from '../../components/trail.js';
import type { NameOf } from '../../rendering/names.js';
import { ComparisonTable } from './comparison-table.js';

/** Side by side with the case itself, so many more can still be read. */
export const MOST_BESIDE = 3;

interface ComparablePageProps {
  item: CaseView;
  kin: (KinItemProps & { id: string })[];
  /** Cases put beside this one. */
  beside: CaseView[];
  nameOf: NameOf;
}

export function ComparablePage({ item, kin, beside, nameOf }: ComparablePageProps) {
  const { t } = useText();
  const ticked = beside.map(({ id }) => id);
  return (
    <Page>
      <Trail
        links={[
          { label: t('ui.nav-cases'), href: '/cases' },
          { label: item.title, href: item.url },
        ]}
      />
      <PageHead title={t('cases.comparable-to', { title: item.title })} lede={t('cases.comparable-lede')} />
      {beside.length > 0 && (
        <>
          <div class="section-head">
            <h2>{t('cases.side-by-side')}</h2>
            <a href={`${item.url}/comparable`}>{t('cases.end-comparison')}</a>
          </div>
          <ComparisonTable items={[item, ...beside]} nameOf={nameOf} />
          <div class="section-head">
            <h2>{t('cases.all-comparable')}</h2>
          </div>
        </>
      )}
      {kin.length === 0 ? (
        <EmptyState
          title={t('cases.none-comparable')}
          message={t('cases.none-comparable-message')}
          action={<ButtonLink href={item.url}>{t('cases.back-to-case')}</ButtonLink>}
        />
      ) : (
        <form class="kin-list" method="get" action={`${item.url}/comparable#side-by-side`}>
          <Notice>
            <p>{t('cases.compare-hint', { maximum: MOST_BESIDE })}</p>
          </Notice>
          <div class="items sheet">
            {kin.map(({ id, ...other }) => (
              <div key={id} class="kin-choice">
                <KinItem {...other} />
                <label class="choice">
                  <input type="checkbox" name="with" value={id} checked={ticked.includes(id)} />
                  <span>
                    {t('cases.put-beside')} <span class="visually-hidden">{other.title}</span>
                  </span>
                </label>
              </div>
            ))}
          </div>
          <div class="sticky-actions">
            <Button>{t('cases.compare')}</Button>
          </div>
        </form>
      )}
    </Page>
  );
}
