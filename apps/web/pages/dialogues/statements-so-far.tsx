import type { StatementView } from '../../../../libs/dialogues/index.js';
import { Badge } from '../../components/chips.js';
import { useText } from '../../components/text.js';
import { dialogueLinks } from './dialogue-links.js';

interface StatementsSoFarProps {
  dialogueId: string;
  /** Newest first. */
  statements: StatementView[];
  mayAnswer: boolean;
}

/** More than this stay folded until someone opens them, or follows a link to one. */
const OPEN_UP_TO = 12;

/** All statements that are asked; links from elsewhere lead to one of them here. */
export function StatementsSoFar({ dialogueId, statements, mayAnswer }: StatementsSoFarProps) {
  const { t, number } = useText();
  if (statements.length === 0) return null;
  return (
    <details class="card fold" id="statements" open={statements.length <= OPEN_UP_TO}>
      <summary>
        <h2>{t('dialogue-pages.statements')}</h2> <span class="count">{number(statements.length)}</span>
      </summary>
      <ul class="statement-list">
        {statements.map((statement) => (
          <StatementLine
            key={statement.id}
            dialogueId={dialogueId}
            statement={statement}
            mayAnswer={mayAnswer}
          />
        ))}
      </ul>
    </details>
  );
}

interface StatementLineProps {
  dialogueId: string;
  statement: StatementView;
  mayAnswer: boolean;
}

/** One of them, with what the reader says to it. */
export function StatementLine({ dialogueId, statement, mayAnswer }: StatementLineProps) {
  const { t } = useText();
  const { id, text, lang, answers, ownAnswer } = statement;
  return (
    <li id={`statement-${id}`}>
      <span class="statement-text" lang={lang ?? undefined} dir="auto">
        {text}
      </span>
      <span class="item-meta">
        <span>{t('dialogue-pages.answer-count', { count: answers })}</span>
        {ownAnswer && <Badge tone="good">{t(`dialogue-pages.you-${ownAnswer}`)}</Badge>}
        {mayAnswer && (
          <a href={dialogueLinks.ask(dialogueId, id)}>
            {t(ownAnswer ? 'dialogue-pages.change' : 'dialogue-pages.answer')}
          </a>
        )}
      </span>
    </li>
  );
}
