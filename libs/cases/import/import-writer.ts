import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { EventLog } from '../../platform/events/event-log.js';
import { Graph } from '../../platform/graph/graph.js';
import { newId } from '../../platform/ids/new-id.js';
import { CaseReferences } from '../case-references.js';
import { CaseWriter, type NewCase, publishedStanding, type Writing } from '../case-writer.js';
import { CasesRepository } from '../cases.repository.js';
import { importRoom } from '../contracts.js';
import type { CaseLinks } from '../rules/case-content.js';
import type { RowRef } from './import-report.js';
import { listImportedCases } from './imports.cypher.js';
import type { ResolvedRow } from './row-references.js';

/** What has to happen to a row: nothing, or a case to make or to change. */
export interface ImportStep {
  ref: RowRef;
  change: 'imported' | 'updated' | 'unchanged';
  /** Of the case that is there, or of the one to make. */
  caseId: string;
  resolved: ResolvedRow;
  importKey: string;
  importHash: string;
}

/** Writes rows as cases, several to a transaction and each wholly or not at all. */
@Injectable()
export class ImportWriter {
  constructor(
    private readonly graph: Graph,
    private readonly events: EventLog,
    private readonly clock: Clock,
    private readonly cases: CasesRepository,
    private readonly references: CaseReferences,
    private readonly writer: CaseWriter,
  ) {}

  /** Compares rows with what earlier imports made of them. */
  async plan(source: string, rows: { ref: RowRef; resolved: ResolvedRow }[]): Promise<ImportStep[]> {
    const keyed = rows.map(({ ref, resolved }) => ({
      ref,
      resolved,
      importKey: `${source}#${resolved.externalId}`,
      importHash: hashOf(resolved),
    }));
    const importKeys = keyed.map(({ importKey }) => importKey);
    const earlier = new Map(
      (await this.graph.read(listImportedCases, { importKeys })).map((found) => [found.importKey, found]),
    );
    return keyed.map((step) => {
      const found = earlier.get(step.importKey);
      if (!found) return { ...step, caseId: newId(), change: 'imported' };
      return {
        ...step,
        caseId: found.id,
        change: found.importHash === step.importHash ? 'unchanged' : 'updated',
      };
    });
  }

  /** All of the steps in one transaction. */
  async write(source: string, steps: ImportStep[]): Promise<void> {
    const changing = steps.filter(({ change }) => change !== 'unchanged');
    if (changing.length === 0) return;
    const at = this.clock.iso();
    const writing: Writing = { source: `import:${source}`, personId: null, at, note: null };
    await this.graph.write(async (tx) => {
      const created: NewCase[] = [];
      const rows = changing.map(({ resolved }) => resolved);
      const links = await this.references.withNamedActorsOfAll(tx, rows, writing.source);
      for (const [index, step] of changing.entries()) {
        const imported = toCase(source, step, links[index] ?? step.resolved.links, at);
        if (step.change === 'imported') created.push(imported);
        else {
          const before = await this.cases.takeCase(tx, step.caseId);
          await this.writer.replace(tx, before, imported, writing);
        }
      }
      if (created.length > 0) await this.writer.create(tx, created, writing);
      const caseIds = changing.map(({ caseId }) => caseId);
      const event = {
        room: importRoom(source),
        type: 'cases.cases-imported',
        data: { source, caseIds },
      } as const;
      await this.events.append(tx, event, { actor: SYSTEM, data: { cases: caseIds.length } });
    });
  }
}

function toCase(source: string, step: ImportStep, links: CaseLinks, at: string): NewCase {
  const { resolved, caseId, importKey, importHash } = step;
  const { content, sourceUrl, postedAt, externalId } = resolved;
  const origin = { sourceName: source, sourceUrl, externalId, importKey, importHash };
  // A later import changes the day of publication only where the source itself gives one.
  const isNew = step.change === 'imported';
  const published = isNew ? publishedStanding(postedAt ?? at, 1) : postedAt ? { publishedAt: postedAt } : {};
  return { id: caseId, content, links, standing: { ...published, ...origin } };
}

/** Tells whether a row says the same as before; order of columns and spelling of countries do not matter. */
function hashOf({ content, links, namedActors, sourceUrl, postedAt }: ResolvedRow): string {
  const told = JSON.stringify([content, links, namedActors, sourceUrl, postedAt]);
  return createHash('sha256').update(told).digest('base64url');
}
