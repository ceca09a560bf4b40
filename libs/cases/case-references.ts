import { Injectable } from '@nestjs/common';
import { EnsureActor } from '../atlas/index.js';
import { ENTITY_KEY_PATTERN } from '../platform/entities/entity.js';
import type { FieldError } from '../platform/errors/domain-error.js';
import { Graph, type GraphTransaction } from '../platform/graph/graph.js';
import { codeOf } from './case-snapshot.js';
import { listVisibleEntities } from './cases.cypher.js';
import { refusedFields } from './cases.errors.js';
import type { CaseFieldsInput } from './cases.schemas.js';
import type { ActorRole, ActorType } from './rules/case-codes.js';
import { type CaseLinks, withGoals } from './rules/case-content.js';

type LinksInput = Pick<CaseFieldsInput, 'countries' | 'actors' | 'themes' | 'targets' | 'modality'>;
type ActorInput = NonNullable<CaseFieldsInput['actors']>[number];

/** An actor given by name; it is found or added in the transaction that links it. */
interface NamedActor {
  name: string;
  type?: ActorType;
  country?: string;
  role: ActorRole;
}

export interface ResolvedLinks {
  links: CaseLinks;
  namedActors: NamedActor[];
}

interface Reference {
  field: string;
  key: string;
  /** What kind of thing the code should be, for the error. */
  kind: string;
}

/** Turns the codes that people send into what a case is linked to. */
@Injectable()
export class CaseReferences {
  constructor(
    private readonly graph: Graph,
    private readonly ensureActor: EnsureActor,
  ) {}

  /**
   * @param before what stays where the input says nothing
   * @throws {DomainError} `platform/invalid-input`, with each unknown code by its field
   */
  async resolve(input: LinksInput, before: CaseLinks): Promise<ResolvedLinks> {
    const problems = [...repeatedCountries(input), ...actorsWithoutName(input)];
    const unknown = await this.findUnknown(referencesOf(input));
    problems.push(...unknown.map(toFieldError));
    if (problems.length > 0) throw refusedFields(problems);
    const { countries, actors, themes, targets, modality } = input;
    const known = actors?.filter(({ id }) => id) ?? [];
    return {
      links: {
        countries:
          countries?.map(({ country, role }) => ({ key: toKey('country', country), role })) ??
          before.countries,
        actors: actors
          ? known.map(({ id = '', role }) => ({ key: toKey('actor', id), role }))
          : before.actors,
        themes: themes ? [...new Set(themes.map((code) => toKey('theme', code)))] : before.themes,
        targets: targets ? withGoals(targets.map(targetKey)) : before.targets,
        modality: modality === undefined ? before.modality : modality && toKey('modality', modality),
      },
      namedActors: (actors ?? []).flatMap(({ id, name, type, country, role }) =>
        id || !name ? [] : [{ name, type, country: country && codeOf(toKey('country', country)), role }],
      ),
    };
  }

  /** The links with all their actors; those given by name are found, or added to the atlas. */
  async withNamedActors(tx: GraphTransaction, resolved: ResolvedLinks, source: string): Promise<CaseLinks> {
    const [links] = await this.withNamedActorsOfAll(tx, [resolved], source);
    return links ?? resolved.links;
  }

  /** The same for many cases: their actors are found, or added, together. */
  async withNamedActorsOfAll(
    tx: GraphTransaction,
    cases: readonly ResolvedLinks[],
    source: string,
  ): Promise<CaseLinks[]> {
    const named = cases.flatMap(({ namedActors }) => namedActors);
    const found = (await this.ensureActor.executeAll(tx, named, source)).values();
    return cases.map(({ links, namedActors }) => {
      const added = namedActors.map(({ role }) => ({ key: found.next().value?.key ?? '', role }));
      const once = new Map([...links.actors, ...added].map((actor) => [`${actor.key} ${actor.role}`, actor]));
      return { ...links, actors: [...once.values()] };
    });
  }

  /** Those of the references that lead nowhere, or to something hidden. */
  async findUnknown(references: Reference[]): Promise<Reference[]> {
    const keys = [...new Set(references.map(({ key }) => key))].filter((key) => ENTITY_KEY_PATTERN.test(key));
    const found = keys.length > 0 ? await this.graph.read(listVisibleEntities, { keys }) : [];
    const known = new Set(found.map(({ key }) => key));
    return references.filter(({ key }) => !known.has(key));
  }
}

/** The key of an entity from its code; a key is taken as it is. */
export function toKey(type: string, code: string): string {
  const bare = code.startsWith(`${type}:`) ? codeOf(code) : code;
  return `${type}:${type === 'country' ? bare.toUpperCase() : bare.toLowerCase()}`;
}

/** `6` and `sdg:6` are goals, the rest targets. */
export function targetKey(code: string): string {
  return /^(sdg:)?\d{1,2}$/.test(code) ? toKey('sdg', code) : toKey('target', code);
}

function referencesOf({ countries, actors, themes, targets, modality }: LinksInput): Reference[] {
  return [
    ...(countries ?? []).map(({ country }, index) => ({
      field: `countries.${index}.country`,
      key: toKey('country', country),
      kind: 'country',
    })),
    ...(actors ?? []).flatMap(referencesOfActor),
    ...(themes ?? []).map((code, index) => ({
      field: `themes.${index}`,
      key: toKey('theme', code),
      kind: 'theme',
    })),
    ...(targets ?? []).map((code, index) => ({
      field: `targets.${index}`,
      key: targetKey(code),
      kind: 'target',
    })),
    ...(modality ? [{ field: 'modality', key: toKey('modality', modality), kind: 'modality' }] : []),
  ];
}

function referencesOfActor({ id, country }: ActorInput, index: number): Reference[] {
  if (id) return [{ field: `actors.${index}.id`, key: toKey('actor', id), kind: 'actor' }];
  if (!country) return [];
  return [{ field: `actors.${index}.country`, key: toKey('country', country), kind: 'country' }];
}

function toFieldError({ field, key, kind }: Reference): FieldError {
  return { field, code: `cases/unknown-${kind}`, data: { value: codeOf(key).slice(0, 64) } };
}

function repeatedCountries({ countries = [] }: LinksInput): FieldError[] {
  const keys = countries.map(({ country }) => toKey('country', country));
  return keys.flatMap((key, index) =>
    keys.indexOf(key) < index
      ? [
          {
            field: `countries.${index}.country`,
            code: 'cases/country-listed-twice',
            data: { value: codeOf(key) },
          },
        ]
      : [],
  );
}

function actorsWithoutName({ actors = [] }: LinksInput): FieldError[] {
  return actors.flatMap(({ id, name }, index) =>
    id || name ? [] : [{ field: `actors.${index}.name`, code: 'field/required' }],
  );
}
