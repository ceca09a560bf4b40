import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Graph, type GraphTransaction } from '../../platform/graph/graph.js';
import type { ReportProgress } from '../../platform/operations/operation.js';
import type { ReferenceType } from '../contracts.js';
import { loadReference } from '../reference.js';
import {
  createCountries,
  createCountryGroups,
  createIncomeGroups,
  createModalities,
  createReferenceThemes,
  createRegions,
  createSdgs,
  createSdgTargets,
  createSectors,
  findReferenceLoad,
  linkIncomeGroup,
  linkMemberOf,
  linkNarrowerThan,
  linkPartOf,
  linkServes,
  listKnownKeys,
  REFERENCE_LOAD_ID,
  recordReferenceLoad,
  removeReferenceLinks,
  takeReferenceLoad,
  updateReferenceRecords,
} from './load-reference.cypher.js';
import { type ReferenceLink, type ReferenceRow, referenceLinks, referenceRows } from './reference-rows.js';

/** Raise it when the way records are written changes, so that every graph loads them anew. */
const SHAPE_OF_LOAD = 1;

const CREATE = {
  region: createRegions,
  income: createIncomeGroups,
  country: createCountries,
  group: createCountryGroups,
  sdg: createSdgs,
  target: createSdgTargets,
  theme: createReferenceThemes,
  sector: createSectors,
  modality: createModalities,
} as const;

const LINK = {
  PART_OF: linkPartOf,
  IN_INCOME_GROUP: linkIncomeGroup,
  MEMBER_OF: linkMemberOf,
  NARROWER_THAN: linkNarrowerThan,
  SERVES: linkServes,
} as const;

/** Brings the reference data into the graph: countries, regions, groups, goals, themes, sectors, modalities. */
@Injectable()
export class LoadReference {
  constructor(
    private readonly graph: Graph,
    private readonly clock: Clock,
  ) {}

  /**
   * Does nothing when the graph holds this very data. What administrators changed of themes stays as they left it,
   * and themes that they removed do not come back.
   * @returns whether anything was written; the search index is then to be built anew
   */
  async execute(report: ReportProgress = () => undefined): Promise<{ changed: boolean }> {
    const rows = referenceRows(loadReference());
    const links = referenceLinks(loadReference());
    const digest = digestOf([SHAPE_OF_LOAD, rows, links]);
    const [load] = await this.graph.read(findReferenceLoad, { id: REFERENCE_LOAD_ID });
    if (load?.digest === digest) return { changed: false };
    return this.graph.write(async (tx) => {
      const taken = await tx.run(takeReferenceLoad, { id: REFERENCE_LOAD_ID });
      if (taken[0]?.digest === digest) return { changed: false };
      const removed = new Set((taken[0]?.removedThemes ?? []).map((code) => `theme:${code}`));
      const kept = await this.writeRows(tx, rows, removed, report);
      await this.writeLinks(tx, links, (key) => removed.has(key) || kept.has(key), report);
      await tx.run(recordReferenceLoad, {
        id: REFERENCE_LOAD_ID,
        digest,
        at: this.clock.iso(),
      });
      return { changed: true };
    });
  }

  /** @returns the keys of records that administrators edited, which stay as they are */
  private async writeRows(
    tx: GraphTransaction,
    rowsByType: Record<ReferenceType, ReferenceRow[]>,
    removed: ReadonlySet<string>,
    report: ReportProgress,
  ): Promise<Set<string>> {
    const kept = new Set<string>();
    for (const type of Object.keys(CREATE) as ReferenceType[]) {
      const rows = rowsByType[type].filter(({ key }) => !removed.has(key));
      const known = await tx.run(listKnownKeys, { keys: rows.map(({ key }) => key) });
      const knownKeys = new Set(known.map(({ key }) => key));
      for (const { key, edited } of known) if (edited) kept.add(key);
      const missing = rows.filter(({ key }) => !knownKeys.has(key));
      const stale = rows.filter(({ key }) => knownKeys.has(key) && !kept.has(key));
      if (missing.length > 0) await tx.run(CREATE[type], { rows: missing });
      if (stale.length > 0) {
        await tx.run(updateReferenceRecords, { rows: stale });
        await tx.run(removeReferenceLinks, { keys: stale.map(({ key }) => key) });
      }
      report({ step: type, done: rows.length, total: rows.length });
    }
    return kept;
  }

  private async writeLinks(
    tx: GraphTransaction,
    linksByRelation: Record<keyof typeof LINK, ReferenceLink[]>,
    isOutOfBounds: (key: string) => boolean,
    report: ReportProgress,
  ): Promise<void> {
    const at = this.clock.iso();
    for (const relation of Object.keys(LINK) as (keyof typeof LINK)[]) {
      const links = linksByRelation[relation].filter(({ from }) => !isOutOfBounds(from));
      await tx.run(LINK[relation], { links, at });
      report({ step: relation, done: links.length, total: links.length });
    }
  }
}

function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
