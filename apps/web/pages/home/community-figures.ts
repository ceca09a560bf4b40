import { Injectable } from '@nestjs/common';
import { loadReference } from '../../../../libs/atlas/index.js';
import { DomainError } from '../../../../libs/platform/errors/domain-error.js';
import { SearchIndex } from '../../../../libs/platform/search/search-index.js';

/** How much there is, and where nothing was heard yet. */
export interface CommunityFigures {
  cases: number;
  threads: number;
  /** Countries with at least one case. */
  countriesHeard: number;
  silentCountries: number;
  /** Keys of a few countries without a case, those with the least income first; others every day. */
  someSilentCountries: string[];
  /** Numbers of the goals with the fewest cases. */
  quietGoals: number[];
}

const REMEMBERED_MS = 30_000;
const SOME_COUNTRIES = 5;
const SOME_GOALS = 4;
const DAY_MS = 86_400_000;
const INCOME_ORDER = ['LIC', 'LMC', 'UMC', 'HIC'];

/** Counts over the whole community, taken from the search index and remembered for half a minute. */
@Injectable()
export class CommunityFiguresSource {
  private known: { figures: CommunityFigures; at: number } | null = null;
  private counting: Promise<CommunityFigures> | null = null;

  constructor(private readonly search: SearchIndex) {}

  /** While the search is away, those known last; null where there are none. */
  async read(): Promise<CommunityFigures | null> {
    if (this.known && Date.now() - this.known.at < REMEMBERED_MS) return this.known.figures;
    this.counting ??= this.count().finally(() => {
      this.counting = null;
    });
    try {
      const figures = await this.counting;
      this.known = { figures, at: Date.now() };
      return figures;
    } catch (error) {
      if (error instanceof DomainError && error.kind === 'unavailable') return this.known?.figures ?? null;
      throw error;
    }
  }

  private async count(): Promise<CommunityFigures> {
    const everyone = { q: '', audiences: ['public'], limit: 1 };
    const [all, cases] = await Promise.all([
      this.search.search({ ...everyone, facets: ['type'] }),
      this.search.search({ ...everyone, filters: { type: ['case'] }, facets: ['country', 'sdg'] }),
    ]);
    const counts = (answer: typeof all, facet: string) =>
      new Map((answer.facets[facet] ?? []).map(({ value, count }) => [value, count]));
    const types = counts(all, 'type');
    const heard = counts(cases, 'country');
    const goals = counts(cases, 'sdg');
    const silent = silentCountries(heard);
    return {
      cases: types.get('case') ?? 0,
      threads: types.get('thread') ?? 0,
      countriesHeard: heard.size,
      silentCountries: silent.length,
      someSilentCountries: someOf(silent, SOME_COUNTRIES).map((iso3) => `country:${iso3}`),
      quietGoals: loadReference()
        .sdgs.map(({ code }) => ({ goal: Number(code), count: goals.get(code) ?? 0 }))
        .sort((a, b) => a.count - b.count || a.goal - b.goal)
        .slice(0, SOME_GOALS)
        .map(({ goal }) => goal),
    };
  }
}

/** Member States of the United Nations without a case, those with the least income first. */
function silentCountries(heard: ReadonlyMap<string, number>): string[] {
  const rank = (income: string | null) => INCOME_ORDER.indexOf(income ?? 'HIC');
  return loadReference()
    .countries.filter(({ iso3, unMember }) => unMember && !heard.has(iso3))
    .sort((a, b) => rank(a.incomeGroup) - rank(b.incomeGroup))
    .map(({ iso3 }) => iso3);
}

/** Goes round the first few dozen, a step a day, so that the same ones are not called every time. */
function someOf(countries: string[], count: number): string[] {
  const pool = countries.slice(0, 30);
  const start = (Math.floor(Date.now() / DAY_MS) * count) % Math.max(1, pool.length);
  return [...pool.slice(start), ...pool.slice(0, start)].slice(0, count);
}
