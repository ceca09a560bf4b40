import type { CaseView } from '../../../../libs/cases/index.js';
import type { DialogueCardView } from '../../../../libs/dialogues/index.js';
import { ButtonLink } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Chip, Chips } from '../../components/chips.js';
import { FactList } from '../../components/fact-list.js';
import { Html } from '../../components/html.js';
import { ItemList } from '../../components/item-list.js';
import { KinItem, type KinItemProps } from '../../components/kin-item.js';
import { Page, PageHead } from '../../components/page.js';
import { SdgChip } from '../../components/sdg.js';
import { EmptyState } from '../../components/states.js';
import { useText } from '../../components/text.js';
import { ThreadItem, type ThreadItemProps } from '../../components/thread-item.js';
import { TimeStamp } from '../../components/time-stamp.js';
import { Trail } from '../../components/trail.js';
import { TwoColumns } from '../../components/two-columns.js';
import type { Gatherings } from '../../rendering/gatherings.js';
import { codeOf, type NameOf } from '../../rendering/names.js';
import { DialogueCard } from '../dialogues/linked-dialogues.js';
import { LinkedGatherings } from '../sessions/linked-gatherings.js';
import { CaseFacts } from './case-facts.js';
import { CaseDoubts, DraftNotice } from './case-notices.js';
import { moneyOf } from './case-words.js';

export interface CasePageProps {
  item: CaseView;
  nameOf: NameOf;
  csrf: string;
  /** The nearest comparable cases; null where they cannot be told, as for a draft. */
  kin: KinItemProps[] | null;
  threads: ThreadItemProps[];
  hasMoreThreads: boolean;
  /** That have it as evidence. */
  dialogues: DialogueCardView[];
  gatherings: Gatherings;
  /** Public address of this Minga, for citing. */
  baseUrl: string;
}

export function CasePage(props: CasePageProps) {
  const { item, nameOf } = props;
  const { t } = useText();
  return (
    <Page
      asideLabel={t('cases.about-case')}
      aside={
        <>
          {props.kin && <Kin href={`${item.url}/comparable`} kin={props.kin} />}
          <DialogueCard title={t('dialogue-pages.draw-on-it')} dialogues={props.dialogues} />
          <CaseFacts item={item} nameOf={nameOf} baseUrl={props.baseUrl} />
        </>
      }
    >
      <Trail links={trailOf(item, nameOf, t('ui.nav-cases'))} />
      <Head item={item} nameOf={nameOf} />
      {item.status === 'draft' && <DraftNotice item={item} csrf={props.csrf} />}
      {item.permissions.edit && <CaseDoubts doubts={item.doubts} editHref={`${item.url}/edit#countries`} />}
      <TwoColumns
        worked={item.html.whatWorked && <Prose html={item.html.whatWorked} lang={item.lang} />}
        failed={item.html.whatDidNot && <Prose html={item.html.whatDidNot} lang={item.lang} />}
      />
      <Results item={item} />
      <Part title={t('cases.context')} html={item.html.context} lang={item.lang} />
      <Part title={t('cases.approach')} html={item.html.approach} lang={item.lang} />
      <Inputs item={item} />
      <Untold item={item} />
      <Discussion item={item} threads={props.threads} hasMore={props.hasMoreThreads} />
      <LinkedGatherings gatherings={props.gatherings} nameOf={nameOf} entityKey={item.key} />
    </Page>
  );
}

function trailOf(item: CaseView, nameOf: NameOf, cases: string) {
  const [theme] = item.themes;
  const links = [{ label: cases, href: '/cases' }];
  return theme
    ? [...links, { label: nameOf(theme.key, theme.title), href: `/cases?theme=${codeOf(theme.key)}` }]
    : links;
}

function Head({ item, nameOf }: { item: CaseView; nameOf: NameOf }) {
  const { t } = useText();
  return (
    <PageHead
      title={item.title}
      lang={item.lang ?? undefined}
      lede={item.summary}
      kicker={
        <>
          {item.contributor && (
            <span>
              <a href={item.contributor.url}>
                <bdi>{item.contributor.name}</bdi>
              </a>
            </span>
          )}
          {item.source && <span>{t('cases.imported-from', { name: item.source.name })}</span>}
          <TimeStamp iso={item.publishedAt ?? item.updatedAt} />
          <a href={`${item.url}/versions`}>{t('cases.version-number', { number: item.version })}</a>
        </>
      }
      actions={
        item.permissions.edit && (
          <ButtonLink href={`${item.url}/edit`} variant="quiet" icon="edit">
            {t('ui.edit')}
          </ButtonLink>
        )
      }
    >
      <Chips label={t('cases.linked-to')}>
        {item.countries.map(({ key, title, url, role }) => (
          <Chip
            key={`${key} ${role}`}
            href={url}
            part={role === 'location' ? undefined : nameOf(`country-role:${role}`)}
          >
            {nameOf(key, title)}
          </Chip>
        ))}
        {item.modality && (
          <Chip href={`/cases?modality=${codeOf(item.modality.key)}`}>
            {nameOf(item.modality.key, item.modality.title)}
          </Chip>
        )}
        {item.themes.map(({ key, title, url }) => (
          <Chip key={key} href={url}>
            {nameOf(key, title)}
          </Chip>
        ))}
        {item.goals.map(({ key, url }) => (
          <SdgChip key={key} number={Number(codeOf(key))} href={url} />
        ))}
      </Chips>
    </PageHead>
  );
}

function Prose({ html, lang }: { html: string; lang: string | null }) {
  return <Html html={html} lang={lang ?? undefined} />;
}

function Part({ title, html, lang }: { title: string; html: string | null; lang: string | null }) {
  return (
    html && (
      <Card title={title}>
        <Prose html={html} lang={lang} />
      </Card>
    )
  );
}

/** Parts of the page that stand for themselves when they are told; the rail names all that are missing. */
const TOLD_ALONE = ['results', 'context', 'approach', 'inputs'] as const;

/** What is silent takes one line, not a sheet each; whoever may write is led to where it goes. */
function Untold({ item }: { item: CaseView }) {
  const { t } = useText();
  const untold = TOLD_ALONE.filter((part) => item.completeness.gaps.includes(part));
  if (untold.length === 0) return null;
  return (
    <Card>
      <p class="inline-links">
        <span class="unsaid">{t('ui.not-reported')}</span>
        {untold.map((part) =>
          item.permissions.edit ? (
            <a key={part} href={`${item.url}/edit#${part}`}>
              {t(`cases.part-${part}`)}
            </a>
          ) : (
            <span key={part}>{t(`cases.part-${part}`)}</span>
          ),
        )}
      </p>
    </Card>
  );
}

function Results({ item }: { item: CaseView }) {
  const { t } = useText();
  const facts = item.results.map(({ what, value, baseline, how, confidence }) => ({
    label: what,
    value: (
      <span dir="auto">
        <b>{value}</b>
        {baseline && <span> {t('cases.from-baseline', { baseline })}</span>}
      </span>
    ),
    source: (how || confidence) && (
      <>
        {how && <span dir="auto">{how}</span>}
        {how && confidence && ' · '}
        {confidence && t(`cases.confidence-${confidence}`)}
      </>
    ),
  }));
  if (facts.length === 0) return null;
  return (
    <Card title={t('cases.results')}>
      <FactList facts={facts} />
    </Card>
  );
}

function Inputs({ item }: { item: CaseView }) {
  const texts = useText();
  const { t, number } = texts;
  const inputs = item.inputs ?? {};
  const facts = [
    { label: t('cases.money'), value: inputs.money && moneyOf(inputs.money, texts) },
    {
      label: t('cases.expert-days'),
      value: typeof inputs.expertDays === 'number' && number(inputs.expertDays),
    },
    {
      label: t('cases.people-hosted'),
      value: typeof inputs.peopleHosted === 'number' && number(inputs.peopleHosted),
    },
    { label: t('cases.other-inputs'), value: inputs.other && <span dir="auto">{inputs.other}</span> },
  ].filter(({ value }) => value);
  if (facts.length === 0) return null;
  return (
    <Card title={t('cases.inputs')}>
      <FactList facts={facts} />
    </Card>
  );
}

function Kin({ kin, href }: { kin: KinItemProps[]; href: string }) {
  const { t } = useText();
  return (
    <Card title={t('cases.comparable')}>
      {kin.length > 0 ? (
        <>
          <ItemList>
            {kin.map((item) => (
              <KinItem key={item.href} {...item} />
            ))}
          </ItemList>
          <p>
            <ButtonLink href={href} variant="quiet">
              {t('cases.compare-all')}
            </ButtonLink>
          </p>
        </>
      ) : (
        <p class="unsaid">{t('cases.none-comparable')}</p>
      )}
    </Card>
  );
}

function Discussion({
  item,
  threads,
  hasMore,
}: {
  item: CaseView;
  threads: ThreadItemProps[];
  hasMore: boolean;
}) {
  const { t } = useText();
  // A draft is seen by its author alone: there is nobody to discuss it with.
  if (item.status === 'draft') return null;
  const start = (
    <ButtonLink href={`/threads/new?about=${item.key}`} variant={threads.length > 0 ? 'quiet' : 'primary'}>
      {t('cases.start-thread')}
    </ButtonLink>
  );
  if (threads.length === 0)
    return (
      <Card title={t('cases.discussion')} id="discussion">
        <EmptyState title={t('cases.no-threads')} message={t('cases.no-threads-message')} action={start} />
      </Card>
    );
  return (
    <Card title={t('cases.discussion')} id="discussion" action={start}>
      <ItemList>
        {threads.map((thread) => (
          <ThreadItem key={thread.href} {...thread} />
        ))}
      </ItemList>
      {hasMore && (
        <p>
          <a href={`/threads?about=${item.key}`}>{t('cases.all-threads')}</a>
        </p>
      )}
    </Card>
  );
}
