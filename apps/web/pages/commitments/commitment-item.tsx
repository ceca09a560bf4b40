import type { CommitmentState, CommitmentView } from '../../../../libs/commitments/index.js';
import { Badge } from '../../components/chips.js';
import { ItemTitle } from '../../components/item-title.js';
import { useText } from '../../components/text.js';
import { isolated } from '../../rendering/isolated.js';

const TONES = { open: 'warm', kept: 'good', partly: 'plain', dropped: 'bad' } as const;

interface CommitmentItemProps {
  commitment: CommitmentView;
  /** Heading level; 3 by default. */
  level?: 2 | 3;
  /** It stands on the page of what it was made at, which need not be named. */
  isAtOrigin?: boolean;
}

/** What was promised, by whom and until when, and what came of it. */
export function CommitmentItem({ commitment, level = 3, isAtOrigin = false }: CommitmentItemProps) {
  const { t, date } = useText();
  const { owner, answers } = commitment;
  return (
    <article class="commitment-item">
      <ItemTitle level={level} lang={commitment.lang ?? undefined}>
        <a href={commitment.url}>{commitment.title}</a>
      </ItemTitle>
      <p class="item-meta">
        <span>
          <CommitmentBadge state={commitment.state} />
        </span>
        {owner && (
          <a href={owner.url}>
            <bdi>{owner.title}</bdi>
          </a>
        )}
        <DueDay commitment={commitment} />
        {answers && !isAtOrigin && (
          <a href={answers.url}>{t('commitments-pages.made-at', { title: isolated(answers.title) })}</a>
        )}
      </p>
      {commitment.stateNote && (
        <p class="item-text" dir="auto">
          {commitment.stateNote}
        </p>
      )}
      {!commitment.stateNote && commitment.state !== 'open' && (
        <p class="item-text">{t('commitments-pages.reported-on', { date: date(commitment.stateAt) })}</p>
      )}
    </article>
  );
}

/** Until when; late ones say so. */
export function DueDay({ commitment }: { commitment: Pick<CommitmentView, 'dueOn' | 'overdue'> }) {
  const { t, date } = useText();
  return (
    <span class={commitment.overdue ? 'is-late' : undefined}>
      {t(commitment.overdue ? 'commitments-pages.overdue-since' : 'commitments-pages.due-on', {
        date: date(commitment.dueOn),
      })}
    </span>
  );
}

export function CommitmentBadge({ state }: { state: CommitmentState }) {
  const { t } = useText();
  return <Badge tone={TONES[state]}>{t(`commitments.state-${state}`)}</Badge>;
}
