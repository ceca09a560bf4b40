import { Injectable, type OnModuleInit } from '@nestjs/common';
import { groupsOf, loadReference } from '../../atlas/index.js';
import { type CaseFeatures, ReadCaseFeatures } from '../../cases/index.js';
import { Bus } from '../../platform/bus/bus.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import type { AnyEvent } from '../../platform/events/event.js';
import { EVENTS_CHANNEL } from '../../platform/events/event-dispatcher.js';
import { Graph } from '../../platform/graph/graph.js';
import { listBroaderThemes } from '../explore.cypher.js';
import { profileOf, type Surroundings } from '../rules/case-profile.js';
import { FeatureIndex } from '../rules/feature-index.js';

/** Groups of countries with needs of their own in the programmes of action of the United Nations. */
const SPECIAL_GROUPS = ['ldc', 'lldc', 'sids'];

/** So many changed cases are read one by one; beyond it, everything is read anew. */
const MOST_REFRESHED = 500;

/**
 * All published cases with what they say, in memory: read at the first question, and kept in step by the events of
 * every process. An event only marks a case; it is read again before the next answer.
 */
@Injectable()
export class ComparableCases implements OnModuleInit {
  readonly index = new FeatureIndex();
  private readonly features = new Map<string, CaseFeatures>();
  private readonly broader = new Map<string, string>();
  private readonly places = new Map(loadReference().countries.map((country) => [country.iso3, country]));
  private readonly specialGroups = loadReference().groups.filter(({ code }) => SPECIAL_GROUPS.includes(code));
  private readonly groupsByYear = new Map<string, string[]>();
  private stale: Set<string> | 'everything' = 'everything';
  private refreshing: Promise<void> | null = null;

  constructor(
    private readonly cases: ReadCaseFeatures,
    private readonly graph: Graph,
    private readonly bus: Bus,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.bus.subscribe(EVENTS_CHANNEL, (message) => this.follow(message as unknown as AnyEvent));
  }

  /** Brings the index up to date. Cheap when nothing changed. */
  async refresh(): Promise<void> {
    while (this.stale === 'everything' || this.stale.size > 0) {
      this.refreshing ??= this.readStale().finally(() => {
        this.refreshing = null;
      });
      await this.refreshing;
    }
  }

  /** Null for what is not published. */
  find(id: string): CaseFeatures | null {
    return this.features.get(id) ?? null;
  }

  broaderTheme = (code: string): string | null => this.broader.get(code) ?? null;

  private follow({ type, data }: AnyEvent): void {
    if (type.startsWith('atlas.theme-')) this.stale = 'everything';
    if (!type.startsWith('cases.') || this.stale === 'everything') return;
    const { caseId, caseIds } = data as { caseId?: string; caseIds?: string[] };
    for (const id of caseIds ?? (caseId ? [caseId] : [])) this.stale.add(id);
    if (this.stale.size > MOST_REFRESHED) this.stale = 'everything';
  }

  private async readStale(): Promise<void> {
    const { stale } = this;
    this.stale = new Set();
    try {
      if (stale === 'everything') await this.readAll();
      else for (const id of stale) await this.readOne(id);
    } catch (error) {
      // What was not read is read at the next question.
      this.stale = 'everything';
      throw error;
    }
  }

  private async readAll(): Promise<void> {
    const gone = new Set(this.features.keys());
    this.broader.clear();
    for await (const batch of this.cases.all()) {
      await this.readBroaderThemes(batch);
      for (const features of batch) {
        gone.delete(features.id);
        this.keep(features);
      }
    }
    for (const id of gone) this.forget(id);
  }

  private async readOne(id: string): Promise<void> {
    try {
      const features = await this.cases.one(id);
      await this.readBroaderThemes([features]);
      this.keep(features);
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'not-found') throw error;
      this.forget(id);
    }
  }

  private async readBroaderThemes(batch: CaseFeatures[]): Promise<void> {
    const codes = new Set(batch.flatMap(({ themes }) => themes).filter((code) => !this.broader.has(code)));
    if (codes.size === 0) return;
    const rows = await this.graph.read(listBroaderThemes, {
      keys: [...codes].map((code) => `theme:${code}`),
    });
    for (const { code, broader } of rows) this.broader.set(code, broader);
  }

  private keep(features: CaseFeatures): void {
    this.features.set(features.id, features);
    this.index.put(features.id, profileOf(features, this.surroundings));
  }

  private forget(id: string): void {
    this.features.delete(id);
    this.index.remove(id);
  }

  private readonly surroundings: Surroundings = {
    broaderTheme: (code) => this.broaderTheme(code),
    subregionOf: (iso3) => this.places.get(iso3)?.subregion ?? null,
    incomeGroupOf: (iso3) => this.places.get(iso3)?.incomeGroup ?? null,
    specialGroupsOf: (iso3, year) => {
      const name = `${iso3} ${year}`;
      let codes = this.groupsByYear.get(name);
      if (!codes) {
        // The middle of the year stands for a start of which only the year is known.
        codes = groupsOf(iso3, `${year}-07-01`, this.specialGroups).map(({ group }) => group.code);
        this.groupsByYear.set(name, codes);
      }
      return codes;
    },
  };
}
