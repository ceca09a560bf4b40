import {
  type BreakdownView,
  CHOICES,
  type DialogueView,
  type ResultsView,
} from '../../../../libs/dialogues/index.js';
import { ItemTitle } from '../../components/item-title.js';
import { Page, PageHead } from '../../components/page.js';
import { StatRow } from '../../components/stat-row.js';
import { EmptyState, Notice } from '../../components/states.js';
import { useText } from '../../components/text.js';
import { Trail } from '../../components/trail.js';
import type { NameOf } from '../../rendering/names.js';
import { timeOf } from '../../rendering/zoned-time.js';
import { ChoiceBar } from './choice-bar.js';
import { ChoiceFigures } from './choice-figures.js';
import { dialogueLinks } from './dialogue-links.js';

interface ResultsPageProps {
  dialogue: DialogueView;
  results: ResultsView;
  nameOf: NameOf;
}

export function ResultsPage({ dialogue, results, nameOf }: ResultsPageProps) {
  const texts = useText();
  const { t } = texts;
  const { people, fewestShown, groupsFrom, statements } = results;
  return (
    <Page width="text">
      <Trail
        links={[
          { label: t('dialogue-pages.title'), href: dialogueLinks.all },
          { label: dialogue.question, href: dialogue.url },
        ]}
      />
      <PageHead title={t('dialogue-pages.results')} lede={dialogue.question}>
        <StatRow
          stats={[
            { label: t('dialogue-pages.people', { count: people }), value: people },
            {
              label: t('dialogue-pages.statements-word', { count: statements.length }),
              value: statements.length,
            },
            {
              label: t('dialogue-pages.answers-word', { count: sumOf(statements) }),
              value: sumOf(statements),
            },
          ]}
        />
      </PageHead>
      <Notice title={t('dialogue-pages.hidden-title', { fewest: fewestShown })}>
        <p>{t('dialogue-pages.hidden-text', { fewest: fewestShown })}</p>
        {groupsFrom && (
          <p>
            {t('dialogue-pages.groups-later', { date: timeOf(texts.locale, groupsFrom, dialogue.timeZone) })}
          </p>
        )}
      </Notice>
      {statements.length === 0 && <EmptyState title={t('dialogue-pages.none-approved')} />}
      {statements.map((statement) => (
        <StatementResult key={statement.id} statement={statement} fewest={fewestShown} nameOf={nameOf} />
      ))}
    </Page>
  );
}

type StatementResults = ResultsView['statements'][number];

function sumOf(statements: StatementResults[]): number {
  return statements.reduce((sum, { answers }) => sum + answers, 0);
}

const DIVISIONS = ['byCountry', 'byActorType', 'byRegion', 'byIncomeGroup'] as const;

interface StatementResultProps {
  statement: StatementResults;
  fewest: number;
  nameOf: NameOf;
}

function StatementResult({ statement, fewest, nameOf }: StatementResultProps) {
  const { t } = useText();
  const { id, text, answers, counts } = statement;
  const divided = DIVISIONS.filter((division) => statement[division].groups.length > 0);
  const hidden = DIVISIONS.some((division) => statement[division].hiddenGroups > 0);
  return (
    <section class="card result" id={`result-${id}`} aria-labelledby={`result-title-${id}`}>
      <div id={`result-title-${id}`}>
        <ItemTitle level={2}>{text}</ItemTitle>
      </div>
      <ChoiceFigures answers={answers} counts={counts} fewest={fewest} />
      {counts && divided.length > 0 && (
        <details class="fold">
          <summary>{t('dialogue-pages.by-place')}</summary>
          {divided.map((division) => (
            <Division key={division} name={division} breakdown={statement[division]} nameOf={nameOf} />
          ))}
        </details>
      )}
      {counts && hidden && divided.length === 0 && (
        <p class="field-hint">{t('dialogue-pages.all-groups-hidden')}</p>
      )}
    </section>
  );
}

interface DivisionProps {
  name: (typeof DIVISIONS)[number];
  breakdown: BreakdownView;
  nameOf: NameOf;
}

/** One way to divide those who answered: a table that can be read and heard, with a bar in each row. */
function Division({ name, breakdown, nameOf }: DivisionProps) {
  const { t, number } = useText();
  return (
    <>
      <table class="result-table">
        <caption>{t(`dialogue-pages.${name}`)}</caption>
        <thead>
          <tr>
            <th scope="col">{t(`dialogue-pages.group-${name}`)}</th>
            {CHOICES.map((choice) => (
              <th key={choice} scope="col" class="figure">
                {t(`dialogue-pages.${choice}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {breakdown.groups.map(({ key, title, counts }) => (
            <tr key={key}>
              <th scope="row">
                {key ? nameOf(key, title) : t('dialogue-pages.no-place')}
                <ChoiceBar counts={counts} />
              </th>
              {CHOICES.map((choice) => (
                <td key={choice} class="figure">
                  {number(counts[choice])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {breakdown.hiddenGroups > 0 && (
        <p class="field-hint">{t('dialogue-pages.groups-hidden', { count: breakdown.hiddenGroups })}</p>
      )}
    </>
  );
}
