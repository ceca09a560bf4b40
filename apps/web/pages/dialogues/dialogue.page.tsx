import type { DialogueView, StatementView } from '../../../../libs/dialogues/index.js';
import { Avatar } from '../../components/avatar.js';
import { ButtonLink } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Badge, Chip, Chips } from '../../components/chips.js';
import { ErrorSummary, type FormError } from '../../components/form.js';
import { Html } from '../../components/html.js';
import { ItemList, LineItem } from '../../components/item-list.js';
import { Page, PageHead } from '../../components/page.js';
import { EmptyState } from '../../components/states.js';
import { useText } from '../../components/text.js';
import { ThreadItem, type ThreadItemProps } from '../../components/thread-item.js';
import { Trail } from '../../components/trail.js';
import type { NameOf } from '../../rendering/names.js';
import { timeOf } from '../../rendering/zoned-time.js';
import { AnswerCard, type AnswerCardProps } from './answer-card.js';
import { dialogueLinks } from './dialogue-links.js';
import { PhaseLine } from './phase-line.js';
import { type Proposal, ProposeForm } from './propose-form.js';
import { StatementsSoFar } from './statements-so-far.js';

export interface DialoguePageProps {
  dialogue: DialogueView;
  now: Date;
  nameOf: NameOf;
  csrf: string;
  /** Null for visitors. */
  viewerId: string | null;
  statements: StatementView[];
  asked: Pick<AnswerCardProps, 'statement' | 'kept'>;
  proposal: Proposal;
  isProposed: boolean;
  threads: ThreadItemProps[];
  hasMoreThreads: boolean;
  errors: FormError[];
}

export function DialoguePage(props: DialoguePageProps) {
  const { dialogue, csrf, statements } = props;
  const { t } = useText();
  const { id, permissions } = dialogue;
  return (
    <Page aside={<DialogueAside {...props} />} asideLabel={t('dialogue-pages.conveners')}>
      <Trail links={[{ label: t('dialogue-pages.title'), href: dialogueLinks.all }]} />
      <DialogueHead {...props} />
      <ErrorSummary errors={props.errors} />
      <PhaseLine dialogue={dialogue} now={props.now} />
      <WhatNow {...props} />
      {permissions.answer && (
        <AnswerCard
          dialogueId={id}
          csrf={csrf}
          {...props.asked}
          answered={statements.filter(({ ownAnswer }) => ownAnswer !== null).length}
          total={statements.length}
        />
      )}
      {/* What was typed comes back even when it can no longer be sent. */}
      {(permissions.propose || props.proposal.errors) && (
        <ProposeForm dialogueId={id} csrf={csrf} proposal={props.proposal} isSent={props.isProposed} />
      )}
      {dialogue.html && (
        <Card title={t('dialogue-pages.part-background')} id="background">
          <Html html={dialogue.html} lang={dialogue.lang ?? undefined} />
        </Card>
      )}
      <StatementsSoFar dialogueId={id} statements={statements} mayAnswer={permissions.answer} />
      <Discussion {...props} />
    </Page>
  );
}

function DialogueHead({ dialogue, nameOf }: DialoguePageProps) {
  const { t } = useText();
  const { id, permissions, state } = dialogue;
  return (
    <PageHead
      title={dialogue.question}
      lang={dialogue.lang ?? undefined}
      kicker={
        <>
          <Badge tone={state === 'closed' || state === 'over' ? 'plain' : 'good'}>
            {t(`dialogue-pages.state-${state}`)}
          </Badge>
          <span>
            {t('dialogue-pages.convened-by')}{' '}
            <a href={dialogue.convener.url}>
              <bdi>{dialogue.convener.name}</bdi>
            </a>
          </span>
        </>
      }
      actions={
        permissions.edit && (
          <ButtonLink href={dialogueLinks.edit(id)} variant="quiet" icon="edit">
            {t('ui.edit')}
          </ButtonLink>
        )
      }
    >
      <Chips label={t('dialogue-pages.part-about')}>
        {dialogue.about.map(({ key, title, url }) => (
          <Chip key={key} href={url}>
            {nameOf(key, title)}
          </Chip>
        ))}
      </Chips>
    </PageHead>
  );
}

/** What may be done in this phase, and the ways to it. */
function WhatNow({ dialogue, viewerId }: DialoguePageProps) {
  const texts = useText();
  const { t } = texts;
  const { id, state, permissions, timeZone, phases, statements } = dialogue;
  const [first] = phases;
  const opens = first ? timeOf(texts.locale, first.opensAt, timeZone) : '';
  const takesPart = state === 'gathering' || state === 'deliberating';
  const back = encodeURIComponent(dialogueLinks.dialogue(id));
  return (
    <Card title={t('dialogue-pages.what-now')} tone="call">
      <p>{t(`dialogue-pages.now-${state}`, { when: opens })}</p>
      {takesPart && viewerId === null && <p>{t('dialogue-pages.sign-in-to-take-part')}</p>}
      <p class="actions">
        {takesPart && viewerId === null && (
          <>
            <ButtonLink href={`/register?back=${back}`}>{t('ui.register')}</ButtonLink>
            <ButtonLink href={`/sign-in?back=${back}`} variant="quiet">
              {t('ui.sign-in')}
            </ButtonLink>
          </>
        )}
        {dialogue.outcomeUrl && (
          <ButtonLink href={dialogue.outcomeUrl}>{t('dialogue-pages.read-outcome')}</ButtonLink>
        )}
        {permissions.close && (
          <ButtonLink href={dialogueLinks.close(id)}>{t('dialogue-pages.close')}</ButtonLink>
        )}
        {permissions.moderate && (
          <ButtonLink href={dialogueLinks.statements(id, 'waiting')} variant="quiet">
            {t('dialogue-pages.to-moderate', { count: statements.waiting })}
          </ButtonLink>
        )}
        {statements.approved > 0 && (
          <ButtonLink href={dialogueLinks.results(id)} variant="quiet">
            {t('dialogue-pages.see-results')}
          </ButtonLink>
        )}
        {dialogue.html && (
          <ButtonLink href="#background" variant="plain">
            {t('dialogue-pages.read-background')}
          </ButtonLink>
        )}
      </p>
    </Card>
  );
}

function DialogueAside({ dialogue, nameOf }: DialoguePageProps) {
  const { t } = useText();
  const { convener, coConveners, evidence } = dialogue;
  return (
    <>
      <Card title={t('dialogue-pages.conveners')}>
        <ul class="writers">
          {[convener, ...coConveners].map(({ id, name, url }) => (
            <li key={id}>
              <a href={url}>
                <Avatar id={id} name={name} size="small" />
                <bdi>{name}</bdi>
              </a>
            </li>
          ))}
        </ul>
      </Card>
      <Card title={t('dialogue-pages.part-evidence')}>
        {evidence.length > 0 ? (
          <ItemList>
            {evidence.map(({ key, title, url }) => (
              <LineItem key={key} href={url} title={nameOf(key, title)} />
            ))}
          </ItemList>
        ) : (
          <p class="unsaid">{t('dialogue-pages.no-evidence')}</p>
        )}
      </Card>
    </>
  );
}

function Discussion({ dialogue, threads, hasMoreThreads }: DialoguePageProps) {
  const { t } = useText();
  const start = (
    <ButtonLink href={dialogueLinks.start(dialogue.id)} variant="quiet" icon="plus">
      {t('dialogue-pages.start-thread')}
    </ButtonLink>
  );
  return (
    <Card title={t('ui.nav-discussions')} id="discussion" action={threads.length > 0 ? start : undefined}>
      {threads.length > 0 ? (
        <ItemList>
          {threads.map((thread) => (
            <ThreadItem key={thread.href} {...thread} />
          ))}
        </ItemList>
      ) : (
        <EmptyState title={t('dialogue-pages.no-threads')} action={start} />
      )}
      {hasMoreThreads && (
        <p>
          <a href={`/threads?about=${dialogue.key}`}>{t('dialogue-pages.all-threads')}</a>
        </p>
      )}
    </Card>
  );
}
