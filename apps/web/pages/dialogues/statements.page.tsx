import { DIALOGUE_LIMITS, type DialogueView, type StatementView } from '../../../../libs/dialogues/index.js';
import { Button, ButtonLink } from '../../components/button.js';
import { Badge } from '../../components/chips.js';
import { TextField } from '../../components/fields.js';
import { ErrorSummary } from '../../components/form.js';
import { Page, PageHead } from '../../components/page.js';
import { Pager } from '../../components/pager.js';
import { EmptyState } from '../../components/states.js';
import { Tabs } from '../../components/tabs.js';
import { useText } from '../../components/text.js';
import { TimeStamp } from '../../components/time-stamp.js';
import { Trail } from '../../components/trail.js';
import type { FormErrors } from '../../rendering/form-errors.js';
import { dialogueLinks } from './dialogue-links.js';
import { STATEMENT_LISTINGS, type StatementListing } from './statement-listing.js';

/** A refusal that could not be kept, with what was typed. */
export interface RefusedDecision {
  statementId: string;
  reason: string;
  errors: FormErrors;
}

export interface StatementsPageProps {
  dialogue: DialogueView;
  show: StatementListing;
  statements: StatementView[];
  csrf: string;
  signedIn: boolean;
  nextHref?: string;
  firstHref?: string;
  refused?: RefusedDecision;
}

export function StatementsPage(props: StatementsPageProps) {
  const { dialogue, show, statements, signedIn, refused } = props;
  const { t } = useText();
  const { id, permissions } = dialogue;
  const listings = STATEMENT_LISTINGS.filter((listing) => {
    if (listing === 'approved') return true;
    return listing === 'mine' ? signedIn : permissions.moderate;
  });
  return (
    <Page width="text">
      <Trail
        links={[
          { label: t('dialogue-pages.title'), href: dialogueLinks.all },
          { label: dialogue.question, href: dialogue.url },
        ]}
      />
      <PageHead title={t('dialogue-pages.statements')} />
      {refused && <ErrorSummary errors={refused.errors.summary} />}
      {listings.length > 1 && (
        <Tabs
          label={t('dialogue-pages.statements')}
          tabs={listings.map((listing) => ({
            label: t(`dialogue-pages.listing-${listing}`),
            href: dialogueLinks.statements(id, listing),
            count: countOf(dialogue, listing),
            current: listing === show,
          }))}
        />
      )}
      {statements.length > 0 ? (
        <ul class="statement-list items sheet">
          {statements.map((statement) => (
            <StatementRow key={statement.id} {...props} statement={statement} />
          ))}
        </ul>
      ) : (
        <EmptyState
          title={t(`dialogue-pages.none-${show}`)}
          action={
            permissions.propose && (
              <ButtonLink href={`${dialogue.url}#propose`} variant="quiet">
                {t('dialogue-pages.propose')}
              </ButtonLink>
            )
          }
        />
      )}
      <Pager previousHref={props.firstHref} nextHref={props.nextHref} />
    </Page>
  );
}

function countOf({ statements }: DialogueView, listing: StatementListing): number | undefined {
  return listing === 'approved' || listing === 'waiting' ? statements[listing] : undefined;
}

function StatementRow(props: StatementsPageProps & { statement: StatementView }) {
  const { statement, dialogue, show } = props;
  const { t } = useText();
  const { id, text, lang, status, reason, author, createdAt, answers, ownAnswer } = statement;
  return (
    <li id={`statement-${id}`}>
      <p class="statement-text" lang={lang ?? undefined} dir="auto">
        {text}
      </p>
      <p class="item-meta">
        {show === 'mine' ? (
          <Badge tone={BADGE_TONES[status]}>{t(`dialogue-pages.status-${status}`)}</Badge>
        ) : (
          <a href={author.url}>
            <bdi>{author.name}</bdi>
          </a>
        )}
        <TimeStamp iso={createdAt} />
        {status === 'approved' && <span>{t('dialogue-pages.answer-count', { count: answers })}</span>}
        {ownAnswer && <Badge tone="good">{t(`dialogue-pages.you-${ownAnswer}`)}</Badge>}
        {status === 'approved' && dialogue.permissions.answer && (
          <a href={dialogueLinks.ask(dialogue.id, id)}>
            {t(ownAnswer ? 'dialogue-pages.change' : 'dialogue-pages.answer')}
          </a>
        )}
      </p>
      {statement.sameAs && (
        <p class="statement-reason">
          {t('dialogue-pages.says-the-same')}{' '}
          <a href={dialogueLinks.statement(dialogue.id, statement.sameAs.id)} dir="auto">
            {statement.sameAs.text}
          </a>
        </p>
      )}
      {reason && (
        <p class="statement-reason" dir="auto">
          {t('dialogue-pages.refused-because', { reason })}
        </p>
      )}
      {show !== 'mine' && dialogue.permissions.moderate && <Decide {...props} />}
    </li>
  );
}

const BADGE_TONES = { waiting: 'warm', approved: 'good', refused: 'plain' } as const;

/** Approve with one press; refuse with a reason that its author reads. */
function Decide({ statement, dialogue, csrf, refused }: StatementsPageProps & { statement: StatementView }) {
  const { t } = useText();
  const { id, status } = statement;
  const own = refused?.statementId === id ? refused : undefined;
  const action = dialogueLinks.moderate(dialogue.id, id);
  return (
    <div class="decide">
      {status !== 'approved' && (
        <form class="post-button" method="post" action={action}>
          <input type="hidden" name="_csrf" value={csrf} />
          <Button name="decision" value="approve" icon="check">
            {t('dialogue-pages.approve')}
          </Button>
        </form>
      )}
      {status !== 'refused' && (
        <details class="fold" open={own !== undefined}>
          <summary>{t('dialogue-pages.refuse')}</summary>
          <form class="form" method="post" action={action} noValidate>
            <input type="hidden" name="_csrf" value={csrf} />
            <TextField
              name="reason"
              id={`reason-${id}`}
              label={t('dialogue-pages.reason')}
              hint={t('dialogue-pages.reason-hint')}
              maxLength={DIALOGUE_LIMITS.reason}
              value={own?.reason}
              error={own?.errors.fields.reason}
            />
            <Button name="decision" value="refuse" variant="quiet">
              {t('dialogue-pages.refuse')}
            </Button>
          </form>
        </details>
      )}
    </div>
  );
}
