import type { ComponentChildren } from 'preact';
import type { PollView } from '../../../../libs/learning/index.js';
import { useText } from '../../components/text.js';

interface PollTallyProps {
  poll: PollView;
  /** Position of the reader's own answer. */
  ownAnswer?: number | null;
  /** Instead of the words of an option, such as a button to answer with. */
  draw?: (option: string, index: number) => ComponentChildren;
}

/** A question with how many chose each answer. */
export function PollTally({ poll, ownAnswer = null, draw }: PollTallyProps) {
  const { t, number } = useText();
  const total = poll.counts.reduce((sum, count) => sum + count, 0);
  return (
    <figure class="tally">
      <figcaption dir="auto">{poll.question}</figcaption>
      <ul>
        {poll.options.map((option, index) => {
          const count = poll.counts[index] ?? 0;
          const isOwn = ownAnswer === index;
          return (
            <li key={`${index} ${option}`} class={isOwn ? 'is-own' : undefined}>
              <span class="tally-option">
                {draw?.(option, index) ?? <bdi>{option}</bdi>}
                {isOwn && <small> {t('sessions.your-answer')}</small>}
              </span>
              <meter min={0} max={Math.max(1, total)} value={count} aria-hidden="true" />
              <b>
                {number(count)}
                <span class="visually-hidden"> {t('sessions.answers-word', { count })}</span>
              </b>
            </li>
          );
        })}
      </ul>
      <p class="field-hint">{t('sessions.answers', { count: total })}</p>
    </figure>
  );
}
