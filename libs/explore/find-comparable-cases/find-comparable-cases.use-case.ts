import { Injectable } from '@nestjs/common';
import { AtlasNames } from '../../atlas/index.js';
import type { CaseFeatures } from '../../cases/index.js';
import { requireAccess } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { notFound } from '../../platform/errors/domain-error.js';
import { Graph } from '../../platform/graph/graph.js';
import type { Locale } from '../../platform/i18n/locales.js';
import { compareCases } from '../explore.access.js';
import { type CaseCardRow, listCaseCards } from '../explore.cypher.js';
import type { ComparableCasesView } from '../explore.schemas.js';
import { ExploreWords } from '../explore.words.js';
import { findDifferences, findGaps, findShares, type Share } from '../rules/compare-cases.js';
import { ComparableCases } from './comparable-cases.js';

type Comparison = ComparableCasesView['items'][number];

/** So many shared things are named in the sentence that gives the reason. */
const NAMED_IN_REASON = 4;

/** Cases from which the readers of one case may learn, each with the reasons why. */
@Injectable()
export class FindComparableCases {
  constructor(
    private readonly graph: Graph,
    private readonly comparable: ComparableCases,
    private readonly words: ExploreWords,
    private readonly names: AtlasNames,
  ) {}

  /** @throws {DomainError} `platform/not-found` also for a draft, which is compared with nothing */
  async execute(actor: Actor, id: string, limit: number, locale: Locale): Promise<ComparableCasesView> {
    requireAccess(compareCases, actor, undefined);
    await this.comparable.refresh();
    const ours = this.comparable.find(id);
    if (!ours) throw notFound('case');
    const { index } = this.comparable;
    const ranked = index.rank(index.profileOf(id)!, { limit, except: id });
    const cards = await this.readCards([id, ...ranked.map((found) => found.id)]);
    const own = cards.get(id);
    if (!own) throw notFound('case');
    const items = ranked.flatMap((found): Comparison[] => {
      const theirs = this.comparable.find(found.id);
      const card = cards.get(found.id);
      if (!theirs || !card) return [];
      const score = Math.round(found.likeness * 1000) / 1000;
      return [{ case: this.card(card, theirs, locale), score, ...this.compare(ours, theirs, locale) }];
    });
    return { case: this.card(own, ours, locale), items };
  }

  private compare(
    ours: CaseFeatures,
    theirs: CaseFeatures,
    locale: Locale,
  ): Omit<Comparison, 'case' | 'score'> {
    const { index, broaderTheme } = this.comparable;
    const [ourProfile, theirProfile] = [index.profileOf(ours.id)!, index.profileOf(theirs.id)!];
    const shares = findShares(ourProfile, theirProfile, index.weightOf, broaderTheme).map((share) => ({
      dimension: share.dimension,
      key: share.dimension === 'years' ? null : share.key,
      label: this.shareName(share, locale),
    }));
    const named = this.words.list(
      shares.slice(0, NAMED_IN_REASON).map(({ label }) => label),
      locale,
    );
    const more = Math.max(0, shares.length - NAMED_IN_REASON);
    return {
      shares,
      sharesCount: shares.length,
      differs: findDifferences(ourProfile, theirProfile).map(({ dimension, ours, theirs }) => ({
        dimension,
        label: this.dimensionName(dimension, locale),
        ours: this.valueNames(ours, locale),
        theirs: this.valueNames(theirs, locale),
      })),
      notReported: findGaps(ours, theirs).map(({ dimension, side }) => ({
        dimension,
        side,
        label: this.dimensionName(dimension, locale),
      })),
      reason: this.words.say('reason', locale, { count: shares.length, named, more }),
    };
  }

  private shareName({ dimension, key }: Share, locale: Locale): string {
    if (dimension !== 'years') return this.words.valueName(key, locale);
    const [ours = '', theirs = ''] = key.split('/');
    return ours === theirs
      ? this.words.say('same-year', locale, { year: ours })
      : this.words.say('close-years', locale, { ours, theirs });
  }

  /** Empty is only a group that nobody belonged to; every other dimension is compared where both say something. */
  private valueNames(keys: readonly string[], locale: Locale): string {
    if (keys.length === 0) return this.words.say('no-group', locale);
    return this.words.list(
      keys.map((key) => this.words.valueName(key, locale)),
      locale,
    );
  }

  private dimensionName(dimension: string, locale: Locale): string {
    return this.words.say(`dimension-${dimension}`, locale);
  }

  /** Titles and summaries as they are now, of those that everyone may see. */
  private async readCards(ids: string[]): Promise<Map<string, CaseCardRow>> {
    const rows = await this.graph.read(listCaseCards, { keys: ids.map((id) => `case:${id}`) });
    return new Map(rows.map((row) => [row.id, row]));
  }

  private card(row: CaseCardRow, features: CaseFeatures, locale: Locale): ComparableCasesView['case'] {
    return {
      ...row,
      key: features.key,
      countries: features.countries.map(({ iso3, role }) => ({
        key: `country:${iso3}`,
        label: this.names.nameOf(`country:${iso3}`, locale) ?? iso3,
        role,
      })),
      startYear: features.startYear,
      endYear: features.endYear,
      ongoing: features.ongoing,
      reportsWhatDidNot: features.reports.whatDidNot,
    };
  }
}
