import type { Person } from '../../platform/access/actor.js';
import { entityKey } from '../../platform/entities/entity.js';
import { resolveCaseLinks } from '../content/demo-content.js';
import type { DemoReference } from '../content/demo-discussions.js';

/** What the demonstration has made so far, by the handles of its content. */
export interface Made {
  people: ReadonlyMap<string, Person>;
  /** Ids of organisations. */
  actors: ReadonlyMap<string, string>;
  /** Ids of cases. */
  cases: ReadonlyMap<string, string>;
}

export function personBy({ people }: Pick<Made, 'people'>, handle: string): Person {
  return known(people, handle);
}

/** The key in the graph of what the content refers to. */
export function keyOf(made: Made, reference: DemoReference): string {
  const [type = '', handle = ''] = reference.split(':');
  if (type === 'case') return entityKey(type, known(made.cases, handle));
  if (type === 'actor') return entityKey(type, known(made.actors, handle));
  if (type === 'person') return entityKey(type, personBy(made, handle).id);
  return reference;
}

/** A text of the content with links to where its cases are. */
export function withLinks(made: Made, text: string): string {
  return resolveCaseLinks(text, (handle) => `/cases/${known(made.cases, handle)}`);
}

function known<Value>(values: ReadonlyMap<string, Value>, handle: string): Value {
  const value = values.get(handle);
  if (value === undefined) throw new Error(`the demonstration content names an unknown ${handle}`);
  return value;
}
