import type { SessionSummaryView } from '../../../../libs/learning/index.js';
import { Button, ButtonLink } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Chip, Chips } from '../../components/chips.js';
import { type ChoiceOption, Select } from '../../components/fields.js';
import { ItemList } from '../../components/item-list.js';
import { Page, PageHead } from '../../components/page.js';
import { Pager } from '../../components/pager.js';
import { EmptyState } from '../../components/states.js';
import { type TabItem, Tabs } from '../../components/tabs.js';
import { useText } from '../../components/text.js';
import type { NameOf } from '../../rendering/names.js';
import { SessionItem } from './session-item.js';

export interface SessionListPageProps {
  sessions: SessionSummaryView[];
  nameOf: NameOf;
  /** Which of them: to come, past, the reader's own. */
  tabs: TabItem[];
  /** What they are all about, when only those were asked for. */
  subject: { title: string; url: string; clearHref: string } | null;
  /** Formats and themes to choose from; null where the list is not filtered. */
  filter: SessionFilter | null;
  mayPropose: boolean;
  nextHref?: string;
  previousHref?: string;
}

export interface SessionFilter {
  formats: ChoiceOption[];
  themes: ChoiceOption[];
  format: string;
  /** Key of the theme. */
  about: string;
  when: string;
}

export function SessionListPage(props: SessionListPageProps) {
  const { t } = useText();
  const propose = props.mayPropose && (
    <ButtonLink href="/sessions/new" icon="plus">
      {t('sessions.propose')}
    </ButtonLink>
  );
  return (
    <Page aside={<ListAside filter={props.filter} />} asideLabel={t('ui.filters')}>
      <PageHead title={t('sessions.title')} lede={t('sessions.lede')} actions={propose}>
        {props.subject && (
          <Chips label={t('sessions.about')}>
            <Chip href={props.subject.url} part={t('sessions.about')}>
              {props.subject.title}
            </Chip>
            <li>
              <a class="chip-change" href={props.subject.clearHref}>
                {t('sessions.show-all')}
              </a>
            </li>
          </Chips>
        )}
        <Tabs label={t('sessions.title')} tabs={props.tabs} />
      </PageHead>
      {props.sessions.length > 0 ? (
        <ItemList sheet>
          {props.sessions.map((session) => (
            <SessionItem key={session.id} session={session} nameOf={props.nameOf} level={2} />
          ))}
        </ItemList>
      ) : (
        <EmptyState title={t('sessions.none')} message={t('sessions.none-text')} action={propose} />
      )}
      <Pager previousHref={props.previousHref} nextHref={props.nextHref} />
    </Page>
  );
}

function ListAside({ filter }: Pick<SessionListPageProps, 'filter'>) {
  const { t } = useText();
  return (
    <>
      {filter && (
        <Card title={t('ui.filters')}>
          <form class="form" method="get" action="/sessions">
            {filter.when !== 'upcoming' && <input type="hidden" name="when" value={filter.when} />}
            <Select
              name="format"
              label={t('sessions.format')}
              placeholder={t('sessions.any-format')}
              options={filter.formats}
              value={filter.format}
              optional
              unmarked
            />
            <Select
              name="about"
              label={t('sessions.theme')}
              placeholder={t('sessions.any-theme')}
              options={filter.themes}
              value={filter.about}
              optional
              unmarked
            />
            <p>
              <Button variant="quiet">{t('sessions.apply')}</Button>
            </p>
          </form>
        </Card>
      )}
      <Card title={t('sessions.what-is')} tone="call">
        <p>{t('sessions.what-is-text')}</p>
        <p>
          <a href="/commitments">{t('commitments-pages.title')}</a>
        </p>
      </Card>
    </>
  );
}
