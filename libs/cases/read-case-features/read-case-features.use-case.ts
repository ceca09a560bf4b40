import { Injectable } from '@nestjs/common';
import { notFound } from '../../platform/errors/domain-error.js';
import { type CaseRecord, endsOf } from '../case-record.js';
import { codeOf } from '../case-snapshot.js';
import { CasesRepository } from '../cases.repository.js';
import type { ActorRole, ActorType, CaseFeatures, CountryRole } from '../contracts.js';
import { hasInputs } from '../rules/completeness.js';

/** What can be compared between cases, for the rooms that look for comparable ones. Published cases only. */
@Injectable()
export class ReadCaseFeatures {
  constructor(private readonly cases: CasesRepository) {}

  /** All published cases in batches, by id. */
  async *all(): AsyncIterable<CaseFeatures[]> {
    for await (const batch of this.cases.allInBatches()) {
      const published = batch.filter(({ state }) => state.published);
      if (published.length > 0) yield published.map(toFeatures);
    }
  }

  /** @throws {DomainError} `platform/not-found` also for a draft */
  async one(id: string): Promise<CaseFeatures> {
    const record = await this.cases.getCase(id);
    if (!record.state.published) throw notFound('case');
    return toFeatures(record);
  }
}

function toFeatures({ row, content, links }: CaseRecord): CaseFeatures {
  const targetsOf = (type: string) => links.targets.filter((key) => key.startsWith(`${type}:`)).map(codeOf);
  return {
    id: row.id,
    key: `case:${row.id}`,
    title: row.title,
    url: row.url,
    lang: row.lang,
    themes: links.themes.map(codeOf),
    goals: targetsOf('sdg'),
    targets: targetsOf('target'),
    modality: links.modality && codeOf(links.modality),
    countries: endsOf(row, 'HAPPENED_IN').map(({ key, role }) => ({
      iso3: codeOf(key),
      role: role as CountryRole,
    })),
    actors: endsOf(row, 'INVOLVED').map(({ key, role, actorType }) => ({
      key,
      role: role as ActorRole,
      type: actorType as ActorType | null,
    })),
    startYear: content.startYear,
    endYear: content.endYear,
    ongoing: content.ongoing,
    scale: content.scale,
    reports: {
      context: content.context !== null,
      approach: content.approach !== null,
      whatWorked: content.whatWorked !== null,
      whatDidNot: content.whatDidNot !== null,
      results: content.results.length > 0,
      inputs: hasInputs(content),
    },
  };
}
