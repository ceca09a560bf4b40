import { readQuery } from '../platform/graph/graph.js';
import type { SessionFormat } from './contracts.js';
import type { RegistrationState } from './registrations.cypher.js';

/** Where a list goes on, and what is in it. All parameters are always given; each query uses some. */
export interface ListWindow extends Record<string, unknown> {
  /** Both ends of the span of beginnings. */
  since: string;
  until: string;
  /** (time, id) of the last item seen. */
  at: string;
  id: string;
  which: 'upcoming' | 'past' | 'all';
  /** Empty: of any format. */
  format: SessionFormat | '';
  now: string;
  limit: number;
}

export interface ListedSession {
  id: string;
  startsAtUtc: string;
}

type Order = 'soonest' | 'latest';

/** A session that was called off stands in no list but those of the people who were to come. */
const WHICH = `($which = 'all' OR ($which = 'upcoming' AND s.closedAt IS NULL AND s.endsAtUtc >= $now)
        OR ($which = 'past' AND (s.closedAt IS NOT NULL OR s.endsAtUtc < $now)))`;
const OF_FORMAT = `($format = '' OR s.format = $format)`;
const TAKES_PLACE = 's.cancelledAt IS NULL';

const SPAN = 's.startsAtUtc >= $since AND s.startsAtUtc <= $until';

function after(order: Order): string {
  return order === 'soonest'
    ? '(time > $at OR (time = $at AND s.id > $id))'
    : '(time < $at OR (time = $at AND s.id < $id))';
}

function inOrder(order: Order): string {
  return order === 'soonest' ? 'startsAtUtc, id' : 'startsAtUtc DESC, id DESC';
}

function listQuery<Params extends ListWindow>(
  name: string,
  order: Order,
  match: string,
  condition = `${TAKES_PLACE} AND ${WHICH}`,
) {
  return readQuery<Params, ListedSession>(
    name,
    `${match}
     WITH DISTINCT s, s.startsAtUtc AS time WHERE ${after(order)} AND ${OF_FORMAT} AND ${condition}
     RETURN s.id AS id, time AS startsAtUtc ORDER BY ${inOrder(order)} LIMIT $limit`,
  );
}

const ALL = `MATCH (s:LearningSession) WHERE ${SPAN}`;
const ABOUT = `MATCH (n:Entity {key: $about})<-[:ABOUT]-(s:LearningSession) WHERE ${SPAN}`;
const WITH_PERSON = `MATCH (p:Person {id: $personId})<-[r]-(s:LearningSession)
     WHERE type(r) IN ['FACILITATED_BY', 'HAS_PARTICIPANT'] AND ${SPAN}`;
const REGISTERED = `MATCH (p:Person {id: $personId})<-[:OF]-(r:Registration)-[:FOR]->(s:LearningSession)
     WHERE r.state IN $states AND ${SPAN}`;

type About = ListWindow & { about: string };
type WithPerson = ListWindow & { personId: string };
type Registered = WithPerson & { states: RegistrationState[] };

export const listSoonest = listQuery<ListWindow>('learning/list-soonest', 'soonest', ALL);
export const listLatest = listQuery<ListWindow>('learning/list-latest', 'latest', ALL);
export const listSoonestAbout = listQuery<About>('learning/list-soonest-about', 'soonest', ABOUT);
export const listLatestAbout = listQuery<About>('learning/list-latest-about', 'latest', ABOUT);
export const listSoonestWith = listQuery<WithPerson>('learning/list-soonest-with', 'soonest', WITH_PERSON);
export const listLatestWith = listQuery<WithPerson>('learning/list-latest-with', 'latest', WITH_PERSON);
export const listOwnSoonest = listQuery<Registered>(
  'learning/list-own-soonest',
  'soonest',
  REGISTERED,
  WHICH,
);
export const listOwnLatest = listQuery<Registered>('learning/list-own-latest', 'latest', REGISTERED, WHICH);
