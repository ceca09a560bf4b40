import { between, numbers, pick, zipfPlace } from '../corpus/random.mjs';
import { textWriter } from '../corpus/texts.mjs';
import { built } from './open-community.mjs';
import { progressBar } from './progress.mjs';

const CASES_PER_BATCH = 500;

/**
 * Published cases with actors, countries, themes and targets, as an import writes them.
 * @returns {Promise<{ cases: string[], actors: string[] }>} ids and keys
 */
export async function seedCases(community, bulk, { seed, cases, actors }) {
  const [{ CaseWriter, publishedStanding }, { Graph }, { newId }, { loadReference }] = await Promise.all([
    built('libs/cases/case-writer.js'),
    built('libs/platform/graph/graph.js'),
    built('libs/platform/ids/new-id.js'),
    built('libs/atlas/index.js'),
  ]);
  const next = numbers(seed + 23);
  const reference = loadReference();
  const actorKeys = await seedActors(community, bulk, { next, actors, reference });
  const choice = choicesOf(next, reference, actorKeys);
  const writer = community.get(CaseWriter);
  const graph = community.get(Graph);
  const bar = progressBar('cases', cases);
  const ids = [];
  while (ids.length < cases) {
    const at = new Date(Date.now() - (cases - ids.length) * 60_000).toISOString();
    const batch = Array.from({ length: Math.min(CASES_PER_BATCH, cases - ids.length) }, (_, place) => {
      const number = ids.length + place;
      const standing = { ...publishedStanding(at, 1), sourceName: 'bench', importKey: `bench#${number}` };
      return { id: newId(), ...choice(), standing };
    });
    const writing = { source: 'import:bench', personId: null, at, note: null };
    await graph.write((tx) =>
      writer.create({ run: (...asked) => tx.run(...asked), afterCommit() {} }, batch, writing),
    );
    ids.push(...batch.map(({ id }) => id));
    bar.to(ids.length);
  }
  bar.end();
  return { cases: ids, actors: actorKeys };
}

async function seedActors(community, bulk, { next, actors, reference }) {
  const { EnsureActor } = await built('libs/atlas/index.js');
  const ensureActor = community.get(EnsureActor);
  const text = textWriter(next);
  const keys = [];
  for (let at = 0; at < actors; at++) {
    const country = pick(next, reference.countries).iso3;
    const type = pick(next, reference.actorTypes).code;
    const name = `${text.words(3).join(' ')} ${at + 1}`;
    keys.push((await ensureActor.execute(bulk.tx, { name, type, country, source: 'import:bench' })).key);
    await bulk.flushIfFull();
  }
  await bulk.flush();
  return keys;
}

/** What a case says and is linked to; popular countries, themes and actors far more often than others. */
function choicesOf(next, { countries, themes, sdgTargets, modalities, countryRoles, actorRoles }, actorKeys) {
  const text = textWriter(next);
  const some = (most, list, keyOf) => {
    const chosen = new Set(
      Array.from({ length: between(next, 1, most) }, () => list[zipfPlace(next, list.length)]),
    );
    return [...chosen].map(keyOf);
  };
  const maybe = (share, make) => (next() < share ? make() : null);
  return () => {
    const startYear = between(next, 1995, 2025);
    const targets = some(3, sdgTargets, ({ code }) => code);
    return {
      content: {
        lang: 'en',
        title: text.title(),
        summary: text.prose(40),
        context: maybe(0.7, () => text.prose(60)),
        approach: maybe(0.7, () => text.prose(60)),
        whatWorked: maybe(0.8, () => text.prose(50)),
        whatDidNot: maybe(0.5, () => text.prose(40)),
        results: maybe(0.5, () => [{ what: text.sentence(), value: String(between(next, 1, 100)) }]) ?? [],
        inputs: null,
        startYear,
        endYear: maybe(0.6, () => startYear + between(next, 0, 6)),
        ongoing: false,
        scale: pick(next, ['local', 'subnational', 'national', 'regional']),
      },
      links: {
        countries: some(3, countries, ({ iso3 }) => ({
          key: `country:${iso3}`,
          role: pick(next, countryRoles).code,
        })),
        actors:
          actorKeys.length > 0
            ? some(3, actorKeys, (key) => ({ key, role: pick(next, actorRoles).code }))
            : [],
        themes: some(3, themes, ({ code }) => `theme:${code}`),
        targets: [
          ...targets.map((code) => `target:${code}`),
          ...new Set(targets.map((code) => `sdg:${code.split('.')[0]}`)),
        ],
        modality: maybe(0.8, () => `modality:${pick(next, modalities).code}`),
      },
    };
  };
}
