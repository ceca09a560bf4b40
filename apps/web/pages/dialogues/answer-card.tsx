import { CHOICES, type StatementView } from '../../../../libs/dialogues/index.js';
import { ButtonLink } from '../../components/button.js';
import { Progress } from '../../components/progress.js';
import { Notice } from '../../components/states.js';
import { useText } from '../../components/text.js';
import { dialogueLinks } from './dialogue-links.js';

export interface AnswerCardProps {
  dialogueId: string;
  csrf: string;
  /** What is asked; null when everything is answered. */
  statement: StatementView | null;
  /** What was answered just now. */
  kept: StatementView | null;
  answered: number;
  total: number;
}

/** One statement at a time. Each button sends the form; an island sends it without leaving the page. */
export function AnswerCard(props: AnswerCardProps) {
  const { t } = useText();
  const { dialogueId, statement, kept, answered, total } = props;
  return (
    <section
      class="card answer-card"
      id="answer"
      tabIndex={-1}
      aria-labelledby="answer-title"
      data-answers={dialogueLinks.answerFragment(dialogueId)}
    >
      <div class="card-head">
        <h2 id="answer-title">{t('dialogue-pages.what-do-you-say')}</h2>
        {answered > 0 && (
          <a href={dialogueLinks.statements(dialogueId)}>{t('dialogue-pages.your-answers')}</a>
        )}
      </div>
      <Progress label={t('dialogue-pages.answered')} value={answered} max={total} />
      {kept?.ownAnswer && <Kept statement={kept} dialogueId={dialogueId} />}
      {statement ? <Asked {...props} statement={statement} /> : <AllAnswered {...props} />}
    </section>
  );
}

function Kept({ statement, dialogueId }: { statement: StatementView; dialogueId: string }) {
  const { t } = useText();
  return (
    <p class="answer-kept" role="status">
      <span>{t(`dialogue-pages.kept-${statement.ownAnswer}`)}</span>{' '}
      <q lang={statement.lang ?? undefined} dir="auto">
        {statement.text}
      </q>{' '}
      <a href={dialogueLinks.ask(dialogueId, statement.id)}>{t('dialogue-pages.change')}</a>
    </p>
  );
}

function Asked({ dialogueId, csrf, statement }: AnswerCardProps & { statement: StatementView }) {
  const { t } = useText();
  const { id, text, lang, ownAnswer } = statement;
  return (
    <form
      method="post"
      action={dialogueLinks.answer(dialogueId, id)}
      data-statement={id}
      data-api={dialogueLinks.apiAnswer(dialogueId, id)}
      data-failed={t('dialogue-pages.answer-failed')}
    >
      <input type="hidden" name="_csrf" value={csrf} />
      <p class="statement-asked" id="statement-asked" lang={lang ?? undefined} dir="auto">
        {text}
      </p>
      {ownAnswer && <p class="field-hint">{t(`dialogue-pages.said-${ownAnswer}`)}</p>}
      <fieldset class="answer-buttons" aria-labelledby="statement-asked">
        {CHOICES.map((choice) => (
          <button
            key={choice}
            class={`button answer-${choice}`}
            type="submit"
            name="choice"
            value={choice}
            aria-pressed={ownAnswer ? (ownAnswer === choice ? 'true' : 'false') : undefined}
          >
            {t(`dialogue-pages.${choice}`)}
          </button>
        ))}
      </fieldset>
      <p class="field-hint">{t('dialogue-pages.answers-are-private')}</p>
      <p class="field-error" role="alert" data-answer-failed hidden />
    </form>
  );
}

function AllAnswered({ dialogueId, total }: AnswerCardProps) {
  const { t } = useText();
  if (total === 0) return <p class="unsaid">{t('dialogue-pages.nothing-to-answer')}</p>;
  return (
    <Notice tone="success" title={t('dialogue-pages.all-answered')}>
      <p>{t('dialogue-pages.all-answered-text')}</p>
      <p class="actions">
        <ButtonLink href={dialogueLinks.results(dialogueId)} variant="quiet">
          {t('dialogue-pages.see-results')}
        </ButtonLink>
      </p>
    </Notice>
  );
}
