import { z } from 'zod';
import { commitmentView } from '../commitments/index.js';
import { pageOf } from '../platform/graph/page.js';
import { CHOICES } from './rules/choice-counts.js';
import { DIALOGUE_STATES, PHASES } from './rules/phase-at.js';
import { STATEMENT_STATUSES } from './rules/statement-status.js';

/** Titles of countries, themes and goals are English: use their keys to name them in other languages. */
const entityRef = z.strictObject({ key: z.string(), type: z.string(), title: z.string(), url: z.string() });
const personRef = z.strictObject({ id: z.string(), name: z.string(), url: z.string() });
const count = z.number().int().min(0);

const phaseSpan = z.strictObject({ phase: z.enum(PHASES), opensAt: z.string(), closesAt: z.string() });

export const choiceCountsView = z.strictObject({ agree: count, disagree: count, pass: count });

/** A dialogue in a list. */
export const dialogueCardView = z.strictObject({
  id: z.string(),
  key: z.string(),
  question: z.string(),
  url: z.string(),
  lang: z.string().nullable(),
  timeZone: z.string(),
  phases: z.array(phaseSpan),
  state: z.enum(DIALOGUE_STATES).describe('By the clock, as the answer was given'),
  about: z.array(entityRef),
  convener: personRef,
  coConveners: z.array(personRef),
  statements: z.strictObject({ approved: count, waiting: count }),
  createdAt: z.string(),
  closedAt: z.string().nullable(),
  outcomeUrl: z.string().nullable(),
});

export const dialogueView = dialogueCardView.extend({
  background: z.string().nullable(),
  html: z.string().nullable().describe('The background'),
  evidence: z.array(entityRef),
  version: z.number().int(),
  updatedAt: z.string(),
  closableFrom: z.string().describe('When it can be closed with an outcome'),
  seq: z.number().int().describe('Number of the last event; join the socket room with it to miss nothing'),
  permissions: z.strictObject({
    edit: z.boolean(),
    propose: z.boolean(),
    answer: z.boolean(),
    moderate: z.boolean(),
    close: z.boolean(),
  }),
});

export const statementView = z.strictObject({
  id: z.string(),
  key: z.string(),
  dialogueId: z.string(),
  url: z.string(),
  text: z.string(),
  lang: z.string().nullable(),
  status: z.enum(STATEMENT_STATUSES),
  reason: z.string().nullable().describe('Why it was refused, for its author and moderators'),
  author: personRef,
  createdAt: z.string(),
  answers: count,
  counts: choiceCountsView
    .nullable()
    .describe('Null while there are fewer than five answers; then moves on when those of five people differ'),
  ownAnswer: z.enum(CHOICES).nullable(),
  sameAs: z
    .strictObject({ id: z.string(), url: z.string(), text: z.string() })
    .nullable()
    .describe('An earlier statement in the same words, for its author and moderators'),
});

/** What follows from an answer. */
export const answerView = z.strictObject({
  statementId: z.string(),
  ownAnswer: z.enum(CHOICES),
  answers: count,
  counts: choiceCountsView.nullable(),
});

export const breakdownView = z.strictObject({
  groups: z.array(
    z.strictObject({
      key: z
        .string()
        .nullable()
        .describe('country:PER, actor-type:ngo, region:419, income:LMC; null for people who name none'),
      title: z.string(),
      answers: count,
      counts: choiceCountsView,
    }),
  ),
  hiddenGroups: count.describe('Groups not shown: too few answers, or they would give such a group away'),
});

export const resultsView = z.strictObject({
  dialogueId: z.string(),
  people: count.describe('Who have answered at least one statement'),
  fewestShown: count,
  groupsFrom: z
    .string()
    .nullable()
    .describe('Until when answers may come, and no groups are told; null once they are'),
  statements: z.array(
    z.strictObject({
      id: z.string(),
      url: z.string(),
      text: z.string(),
      answers: count,
      counts: choiceCountsView.nullable().describe('As last shown: they may be of fewer than all answers'),
      byCountry: breakdownView,
      byActorType: breakdownView.describe('By the kind of organisation that people work for'),
      byRegion: breakdownView,
      byIncomeGroup: breakdownView,
    }),
  ),
});

export const outcomeView = z.strictObject({
  id: z.string(),
  key: z.string(),
  url: z.string(),
  dialogue: entityRef,
  lang: z.string().nullable(),
  agreed: z.string(),
  agreedHtml: z.string(),
  agreedBy: z.string().nullable(),
  parties: z.array(entityRef),
  dissent: z.string().nullable(),
  dissentHtml: z.string().nullable(),
  statements: z.array(statementView),
  commitments: z.array(commitmentView),
  reviewOn: z.string().nullable(),
  closedAt: z.string(),
  closedBy: personRef,
});

export const dialogueListView = pageOf(dialogueCardView);
export const statementListView = pageOf(statementView);

export type DialogueCardView = z.infer<typeof dialogueCardView>;
export type DialogueView = z.infer<typeof dialogueView>;
export type StatementView = z.infer<typeof statementView>;
export type AnswerView = z.infer<typeof answerView>;
export type BreakdownView = z.infer<typeof breakdownView>;
export type ResultsView = z.infer<typeof resultsView>;
export type OutcomeView = z.infer<typeof outcomeView>;
