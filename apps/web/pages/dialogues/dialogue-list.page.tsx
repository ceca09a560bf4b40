import type { DialogueCardView } from '../../../../libs/dialogues/index.js';
import { ButtonLink } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { ItemList } from '../../components/item-list.js';
import { Page, PageHead } from '../../components/page.js';
import { Pager } from '../../components/pager.js';
import { EmptyState } from '../../components/states.js';
import { type TabItem, Tabs } from '../../components/tabs.js';
import { useText } from '../../components/text.js';
import type { NameOf } from '../../rendering/names.js';
import { DialogueItem } from './dialogue-item.js';
import { dialogueLinks } from './dialogue-links.js';
import { LIST_SECTIONS } from './list-sections.js';

interface DialogueListPageProps {
  dialogues: DialogueCardView[];
  nameOf: NameOf;
  mayConvene: boolean;
  /** What all of them are about, when the list was narrowed to that. */
  about?: { title: string; url: string };
  /** All of them, or those that stand at one point. */
  tabs: TabItem[];
  nextHref?: string;
  firstHref?: string;
}

export function DialogueListPage(props: DialogueListPageProps) {
  const { dialogues, nameOf, mayConvene, about } = props;
  const { t } = useText();
  const convene = mayConvene && (
    <ButtonLink href={dialogueLinks.convene} icon="plus">
      {t('dialogue-pages.convene')}
    </ButtonLink>
  );
  const sections = LIST_SECTIONS.map(({ name, states }) => ({
    name,
    items: dialogues.filter(({ state }) => states.includes(state)),
  })).filter(({ items }) => items.length > 0);
  return (
    <Page aside={<HowItWorks />} asideLabel={t('dialogue-pages.how')}>
      <PageHead title={t('dialogue-pages.title')} lede={t('dialogue-pages.lede')} actions={convene}>
        <Tabs label={t('dialogue-pages.title')} tabs={props.tabs} />
      </PageHead>
      {about && (
        <p class="inline-links">
          <span>
            {t('dialogue-pages.about')} <a href={about.url}>{about.title}</a>
          </span>
          <a href={dialogueLinks.all}>{t('dialogue-pages.all')}</a>
        </p>
      )}
      {sections.map(({ name, items }) => (
        <section key={name} class="dialogue-section" id={name}>
          <div class="section-head">
            <h2>{t(`dialogue-pages.section-${name}`)}</h2>
          </div>
          <ItemList sheet>
            {items.map((dialogue) => (
              <DialogueItem key={dialogue.id} dialogue={dialogue} nameOf={nameOf} />
            ))}
          </ItemList>
        </section>
      ))}
      {sections.length === 0 && (
        <EmptyState
          title={t('dialogue-pages.none')}
          message={t('dialogue-pages.none-text')}
          action={convene || undefined}
        />
      )}
      <Pager previousHref={props.firstHref} nextHref={props.nextHref} />
    </Page>
  );
}

/** The four phases, for those who come for the first time. */
function HowItWorks() {
  const { t } = useText();
  return (
    <Card title={t('dialogue-pages.how')} tone="call">
      <ol class="steps">
        {['gathering', 'deliberating', 'deciding', 'following-up'].map((phase) => (
          <li key={phase}>
            <b>{t(`dialogue-pages.phase-${phase}`)}</b>
            <p>{t(`dialogue-pages.how-${phase}`)}</p>
          </li>
        ))}
      </ol>
    </Card>
  );
}
