import { LRUCache } from 'lru-cache';
import { mayAccess } from '../platform/access/access-rule.js';
import type { Actor } from '../platform/access/actor.js';
import { renderMarkdown } from '../platform/markdown/markdown.js';
import { type CaseRecord, endsOf } from './case-record.js';
import { codeOf } from './case-snapshot.js';
import { editCase, publishCase } from './cases.access.js';
import type { CaseLinkRow } from './cases.cypher.js';
import type { CaseCardView, CaseView } from './cases.views.schemas.js';
import { countLinks } from './rules/case-content.js';
import { measureCompleteness } from './rules/completeness.js';
import { findMissingToPublish } from './rules/publishability.js';
import { findRoleDoubts } from './rules/role-doubts.js';

type CaseTexts = CaseView['html'];

/** Rendered texts by case and version: a version never changes, so nothing has to be invalidated. */
const renderedTexts = new LRUCache<string, CaseTexts>({
  max: 2000,
  maxSize: 50_000_000,
  sizeCalculation: (texts) => Object.values(texts).reduce((sum, html) => sum + (html?.length ?? 0), 1),
});

function htmlOf({ row }: CaseRecord): CaseTexts {
  const key = `${row.id}@${row.version}`;
  const known = renderedTexts.get(key);
  if (known) return known;
  const render = (text: string | null) => (text === null ? null : renderMarkdown(text));
  const html = {
    context: render(row.context),
    approach: render(row.approach),
    whatWorked: render(row.whatWorked),
    whatDidNot: render(row.whatDidNot),
  };
  renderedTexts.set(key, html);
  return html;
}

const toRef = ({ key, title, url }: CaseLinkRow) => ({ key, title, url });

export function toCard(record: CaseRecord): CaseCardView {
  const { row, content, links, contributor } = record;
  const [modality] = endsOf(row, 'USED_MODALITY');
  return {
    id: row.id,
    key: `case:${row.id}`,
    title: row.title,
    url: row.url,
    lang: row.lang,
    summary: row.summary,
    status: row.status,
    countries: endsOf(row, 'HAPPENED_IN').map((end) => ({
      ...toRef(end),
      role: end.role as CaseCardView['countries'][number]['role'],
    })),
    themes: endsOf(row, 'ADDRESSES').map(toRef),
    goals: goalsOf(record),
    modality: modality ? toRef(modality) : null,
    startYear: row.startYear,
    endYear: row.endYear,
    ongoing: content.ongoing,
    scale: content.scale,
    contributor,
    source: row.sourceName ? { name: row.sourceName, url: row.sourceUrl } : null,
    completeness: measureCompleteness(content, countLinks(links)),
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    publishedAt: row.publishedAt,
  };
}

export function toCaseView(record: CaseRecord, actor: Actor, seq: number): CaseView {
  const { row, content, links, state } = record;
  const modality = links.modality && codeOf(links.modality);
  const counts = countLinks(links);
  return {
    ...toCard(record),
    version: row.version,
    context: row.context,
    approach: row.approach,
    whatWorked: row.whatWorked,
    whatDidNot: row.whatDidNot,
    html: htmlOf(record),
    results: content.results,
    inputs: content.inputs,
    actors: endsOf(row, 'INVOLVED').map((end) => ({
      ...toRef(end),
      role: end.role as CaseView['actors'][number]['role'],
      actorType: end.actorType,
    })),
    targets: inCodeOrder(endsOf(row, 'TARGETS').filter(({ type }) => type === 'target')).map(toRef),
    missingToPublish: state.published ? [] : findMissingToPublish(content, counts),
    doubts: findRoleDoubts(modality, links.countries, links.actors.length),
    seq,
    permissions: {
      edit: mayAccess(editCase, actor, state),
      publish: !state.published && mayAccess(publishCase, actor, state),
    },
  };
}

function goalsOf({ row }: CaseRecord) {
  return inCodeOrder(endsOf(row, 'TARGETS').filter(({ type }) => type === 'sdg')).map(toRef);
}

/** 6.4 before 6.b before 13.1. */
function inCodeOrder(ends: CaseLinkRow[]): CaseLinkRow[] {
  return ends.sort((a, b) => codeOf(a.key).localeCompare(codeOf(b.key), 'en', { numeric: true }));
}
