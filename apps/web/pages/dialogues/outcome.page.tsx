import type { CommitmentView } from '../../../../libs/commitments/index.js';
import { type DialogueView, FEWEST_SHOWN, type OutcomeView } from '../../../../libs/dialogues/index.js';
import { Card } from '../../components/card.js';
import { Badge, Chip, Chips } from '../../components/chips.js';
import { FactList } from '../../components/fact-list.js';
import { Html } from '../../components/html.js';
import { Page, PageHead } from '../../components/page.js';
import { useText } from '../../components/text.js';
import { Trail } from '../../components/trail.js';
import type { NameOf } from '../../rendering/names.js';
import { ChoiceFigures } from './choice-figures.js';
import { dialogueLinks } from './dialogue-links.js';

export interface OutcomePageProps {
  dialogue: DialogueView;
  outcome: OutcomeView;
  nameOf: NameOf;
  /** Public address of this Minga, for what is printed. */
  baseUrl: string;
}

/** What came out of a dialogue, to be read, printed and kept. */
export function OutcomePage(props: OutcomePageProps) {
  const { dialogue, outcome, nameOf, baseUrl } = props;
  const { t, date } = useText();
  const lang = outcome.lang ?? undefined;
  return (
    <Page width="text">
      <Trail
        links={[
          { label: t('dialogue-pages.title'), href: dialogueLinks.all },
          { label: dialogue.question, href: dialogue.url },
        ]}
      />
      <article class="outcome-page">
        <PageHead
          title={dialogue.question}
          lang={dialogue.lang ?? undefined}
          kicker={
            <>
              <Badge tone="good">{t('dialogue-pages.outcome')}</Badge>
              <time dateTime={outcome.closedAt}>{date(outcome.closedAt)}</time>
            </>
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
        <Card title={t('dialogue-pages.part-agreed')} id="agreed">
          <Html html={outcome.agreedHtml} lang={lang} />
        </Card>
        <Parties outcome={outcome} />
        <Card title={t('dialogue-pages.part-dissent')} id="dissent">
          {outcome.dissentHtml ? (
            <Html html={outcome.dissentHtml} lang={lang} />
          ) : (
            <p class="unsaid">{t('dialogue-pages.no-dissent')}</p>
          )}
        </Card>
        <Commitments {...props} />
        <Sources outcome={outcome} dialogueId={dialogue.id} />
        <FactList
          facts={[
            { label: t('dialogue-pages.part-reviewOn'), value: outcome.reviewOn && date(outcome.reviewOn) },
            {
              label: t('dialogue-pages.closed-by'),
              value: (
                <a href={outcome.closedBy.url}>
                  <bdi>{outcome.closedBy.name}</bdi>
                </a>
              ),
            },
          ]}
        />
        <p class="inline-links no-print">
          <a href={dialogue.url}>{t('dialogue-pages.to-dialogue')}</a>
          <a href={dialogueLinks.results(dialogue.id)}>{t('dialogue-pages.see-results')}</a>
        </p>
        <p class="field-hint no-print">{t('dialogue-pages.print-hint')}</p>
        <p class="print-only" dir="ltr">
          {`${baseUrl}${outcome.url}`}
        </p>
      </article>
    </Page>
  );
}

function Parties({ outcome }: Pick<OutcomePageProps, 'outcome'>) {
  const { t } = useText();
  return (
    <Card title={t('dialogue-pages.part-agreedBy')} id="parties">
      {outcome.agreedBy && (
        <p lang={outcome.lang ?? undefined} dir="auto">
          {outcome.agreedBy}
        </p>
      )}
      {outcome.parties.length > 0 && (
        <Chips>
          {outcome.parties.map(({ key, title, url }) => (
            <Chip key={key} href={url}>
              <bdi>{title}</bdi>
            </Chip>
          ))}
        </Chips>
      )}
    </Card>
  );
}

function Commitments({ outcome, baseUrl }: OutcomePageProps) {
  const { t } = useText();
  const { commitments } = outcome;
  return (
    <Card title={t('dialogue-pages.commitments')} id="commitments">
      {commitments.length > 0 ? (
        <ol class="outcome-list">
          {commitments.map((commitment) => (
            <Promised key={commitment.id} commitment={commitment} baseUrl={baseUrl} />
          ))}
        </ol>
      ) : (
        <p class="unsaid">{t('dialogue-pages.no-commitments')}</p>
      )}
    </Card>
  );
}

const STATE_TONES = { open: 'warm', kept: 'good', partly: 'plain', dropped: 'bad' } as const;

function Promised({ commitment, baseUrl }: { commitment: CommitmentView; baseUrl: string }) {
  const { t, date } = useText();
  const { text, lang, url, owner, dueOn, reviewOn, state } = commitment;
  return (
    <li>
      <p>
        <a href={url} lang={lang ?? undefined} dir="auto">
          {text}
        </a>
      </p>
      <p class="item-meta">
        {owner && (
          <a href={owner.url}>
            <bdi>{owner.title}</bdi>
          </a>
        )}
        <span>{t('dialogue-pages.due', { day: date(dueOn) })}</span>
        {reviewOn !== dueOn && <span>{t('dialogue-pages.review', { day: date(reviewOn) })}</span>}
        <Badge tone={STATE_TONES[state]}>{t(`commitments.state-${state}`)}</Badge>
      </p>
      <p class="print-only print-url" dir="ltr">
        {`${baseUrl}${url}`}
      </p>
    </li>
  );
}

/** The statements that it draws on: from here back to who said what. */
function Sources({ outcome, dialogueId }: { outcome: OutcomeView; dialogueId: string }) {
  const { t } = useText();
  if (outcome.statements.length === 0) return null;
  return (
    <Card title={t('dialogue-pages.sources')} id="sources">
      <ol class="outcome-list">
        {outcome.statements.map(({ id, text, lang, answers, counts }) => (
          <li key={id}>
            <p>
              <a
                href={`${dialogueLinks.dialogue(dialogueId)}#statement-${id}`}
                lang={lang ?? undefined}
                dir="auto"
              >
                {text}
              </a>
            </p>
            <ChoiceFigures answers={answers} counts={counts} fewest={FEWEST_SHOWN} />
          </li>
        ))}
      </ol>
    </Card>
  );
}
