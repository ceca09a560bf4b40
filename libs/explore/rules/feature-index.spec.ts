import { describe, expect, it } from '@jest/globals';
import { type CaseProfile, DIMENSIONS, isSilent, SUBJECT } from './case-profile.js';
import { closenessOfYears, DIMENSION_WEIGHTS, likenessOf, rarity } from './compare-cases.js';
import { FeatureIndex } from './feature-index.js';

function buildProfile(profile: Partial<CaseProfile>): CaseProfile {
  const nothing = Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, []]));
  return { ...(nothing as unknown as CaseProfile), ...profile };
}

/** The same numbers for the same run: a small congruential generator. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function buildRandomProfile(next: (below: number) => number): CaseProfile {
  const some = (name: string, choices: number, most: number) => [
    ...new Set(Array.from({ length: next(most + 1) }, () => `${name}:${next(choices)}`)),
  ];
  return buildProfile({
    theme: some('theme', 12, 3),
    target: some('target', 20, 2),
    goal: some('sdg', 8, 2),
    country: some('country', 15, 2),
    group: some('group', 3, 1),
    modality: some('modality', 4, 1),
    scale: some('scale', 4, 1),
    years: next(4) === 0 ? [] : [String(2000 + next(25))],
  });
}

/** The definition, without an index. */
function likenessByHand(cases: CaseProfile[], ours: CaseProfile, theirs: CaseProfile): number {
  const weigh = (dimension: (typeof DIMENSIONS)[number], key: string) =>
    DIMENSION_WEIGHTS[dimension] *
    (dimension === 'years'
      ? 1
      : rarity(cases.length, cases.filter((other) => other[dimension].includes(key)).length));
  const totalIn = (profile: CaseProfile, dimension: (typeof DIMENSIONS)[number]) =>
    profile[dimension].reduce((sum, key) => sum + weigh(dimension, key), 0);
  const total = (profile: CaseProfile) => DIMENSIONS.reduce((sum, name) => sum + totalIn(profile, name), 0);
  let shared = 0;
  let unknown = 0;
  for (const dimension of DIMENSIONS) {
    if (isSilent(theirs, dimension)) unknown += totalIn(ours, dimension);
    if (dimension === 'years') continue;
    for (const key of ours[dimension]) if (theirs[dimension].includes(key)) shared += weigh(dimension, key);
  }
  if (ours.years[0] && theirs.years[0]) {
    shared += DIMENSION_WEIGHTS.years * closenessOfYears(Number(ours.years[0]), Number(theirs.years[0]));
  }
  return likenessOf(shared, total(ours), total(theirs), unknown);
}

describe('the index of features', () => {
  it('ranks as the definition does, also after cases were replaced and removed', () => {
    const next = numbers(7);
    const index = new FeatureIndex();
    const kept = new Map<string, CaseProfile>();
    for (let round = 0; round < 400; round++) {
      const id = `c${next(150)}`;
      if (next(5) === 0) {
        index.remove(id);
        kept.delete(id);
      } else {
        const profile = buildRandomProfile(next);
        index.put(id, profile);
        kept.set(id, profile);
      }
    }
    const cases = [...kept.values()];
    expect(index.size).toBe(kept.size);
    for (const [id, ours] of [...kept].slice(0, 30)) {
      if (![...SUBJECT].some((dimension) => ours[dimension].length > 0)) continue;
      const expected = [...kept]
        .filter(([other]) => other !== id)
        .filter(([, theirs]) =>
          [...SUBJECT].some((name) => ours[name].some((key) => theirs[name].includes(key))),
        )
        .map(([other, theirs]) => ({ id: other, likeness: likenessByHand(cases, ours, theirs) }))
        .sort((a, b) => b.likeness - a.likeness || (a.id > b.id ? -1 : 1))
        .slice(0, 8);
      const ranked = index.rank(ours, { limit: 8, except: id });
      expect(ranked.map((found) => found.likeness.toFixed(9))).toEqual(
        expected.map((found) => found.likeness.toFixed(9)),
      );
    }
  });

  it('compares nothing that shares neither theme nor goal', () => {
    const index = new FeatureIndex();
    index.put('a', buildProfile({ theme: ['theme:irrigation'], modality: ['modality:bilateral'] }));
    index.put('b', buildProfile({ theme: ['theme:justice'], modality: ['modality:bilateral'] }));
    expect(index.rank(index.profileOf('a')!, { limit: 5, except: 'a' })).toEqual([]);
  });

  it('puts the one with the rare theme first, and the later one among equals', () => {
    const index = new FeatureIndex();
    for (const id of ['a', 'b', 'c', 'd']) index.put(id, buildProfile({ theme: ['theme:common'] }));
    index.put('e', buildProfile({ theme: ['theme:rare'] }));
    const asking = buildProfile({ theme: ['theme:common', 'theme:rare'] });
    expect(index.rank(asking, { limit: 3 }).map(({ id }) => id)).toEqual(['e', 'd', 'c']);
  });

  it('stays right when it throws away what was replaced', () => {
    const index = new FeatureIndex();
    for (let round = 0; round < 5; round++) {
      for (let id = 0; id < 400; id++)
        index.put(`c${id}`, buildProfile({ theme: [`theme:${(id + round) % 7}`] }));
    }
    expect(index.size).toBe(400);
    expect(index.rank(buildProfile({ theme: ['theme:3'] }), { limit: 1000 })).toHaveLength(57);
  });
});
