import type { EntityRef } from '../platform/entities/entity.js';
import { readQuery, writeQuery } from '../platform/graph/graph.js';

export interface EmployerRow extends EntityRef {
  actorType: string | null;
  hidden: boolean | null;
}

/** What everyone may know of a person. */
export interface PublicPersonRow {
  id: string;
  name: string;
  bio: string;
  organisation: string;
  /** As the person says; see `employers`. */
  organisationType: string | null;
  /** Organisations of the atlas that the person works for: one at most. */
  employers: EmployerRow[];
  roles: string[];
  createdAt: string;
  countryKey: string | null;
  countryTitle: string | null;
  countryUrl: string | null;
}

/** What the person and administrators may know besides. */
export interface AccountRow extends PublicPersonRow {
  email: string;
  verifiedAt: string | null;
  locale: string;
  /** Nobody is behind the address: nothing is mailed to it. */
  invented: boolean | null;
  /** Since when nobody can sign in to it. */
  disabledAt: string | null;
  /** Of the profile. */
  version: number;
}

const PUBLIC_FIELDS = `p.id AS id, p.name AS name, p.bio AS bio, p.organisation AS organisation,
          p.organisationType AS organisationType, p.roles AS roles, p.createdAt AS createdAt,
          c.key AS countryKey, c.title AS countryTitle, c.url AS countryUrl,
          [(p)-[:WORKS_FOR]->(a:Entity) | {key: a.key, type: a.type, title: a.title, url: a.url,
                                           actorType: a.actorType, hidden: a.hidden}] AS employers`;

const ACCOUNT_FIELDS = `${PUBLIC_FIELDS}, p.email AS email, p.verifiedAt AS verifiedAt, p.locale AS locale,
          p.invented AS invented, p.disabledAt AS disabledAt,
          coalesce(p.version, 1) AS version`;

export const createPerson = writeQuery<
  {
    id: string;
    key: string;
    url: string;
    name: string;
    nameSkeleton: string;
    emailKey: string;
    email: string;
    passwordHash: string;
    verifiedAt: string | null;
    locale: string;
    roles: string[];
    bio: string;
    organisation: string;
    organisationType: string | null;
    invented: boolean | null;
    createdAt: string;
  },
  { id: string }
>(
  'identity/create-person',
  `CREATE (p:Person:Entity {id: $id, key: $key, type: 'person', title: $name, url: $url, name: $name, nameSkeleton: $nameSkeleton,
          emailKey: $emailKey, email: $email, passwordHash: $passwordHash, locale: $locale, roles: $roles,
          bio: $bio, organisation: $organisation, createdAt: $createdAt})
   SET p.verifiedAt = $verifiedAt, p.organisationType = $organisationType, p.invented = $invented
   RETURN p.id AS id`,
);

/** Takes the profile for this transaction: nobody else changes it meanwhile. */
export const takeProfile = writeQuery<{ id: string }, { version: number }>(
  'identity/take-profile',
  `MATCH (p:Person {id: $id})
   SET p.lock = true
   RETURN coalesce(p.version, 1) AS version`,
);

/** What a person says of themself, as it stands on the node. Null removes a property. */
export type ProfileProperties = Partial<
  Record<
    'name' | 'nameSkeleton' | 'title' | 'locale' | 'bio' | 'organisation' | 'organisationType',
    string | null
  >
>;

/** Sets what is given, and leaves the rest. */
export const updateProfile = writeQuery<
  { id: string; properties: ProfileProperties; version: number },
  { id: string }
>(
  'identity/update-profile',
  `MATCH (p:Person {id: $id})
   SET p += $properties
   SET p.version = $version
   RETURN p.id AS id`,
);

/** People whose name looks like that of whoever asks. */
export const listNamesLike = readQuery<{ nameSkeleton: string; limit: number }, { id: string; name: string }>(
  'identity/list-names-like',
  `MATCH (p:Person {nameSkeleton: $nameSkeleton})
   RETURN p.id AS id, p.name AS name
   ORDER BY id LIMIT $limit`,
);

/** Names of people with ids after one and before another, by id: for going through all of them. */
export const listNamesBetween = readQuery<
  { after: string; before: string; limit: number },
  { id: string; name: string }
>(
  'identity/list-names-between',
  `MATCH (p:Person)
   WHERE p.id > $after AND p.id < $before
   RETURN p.id AS id, p.name AS name
   ORDER BY id LIMIT $limit`,
);

export const setNameSkeleton = writeQuery<{ id: string; nameSkeleton: string }, { id: string }>(
  'identity/set-name-skeleton',
  `MATCH (p:Person {id: $id})
   SET p.nameSkeleton = $nameSkeleton
   RETURN p.id AS id`,
);

export const setLocale = writeQuery<{ id: string; locale: string }, { id: string }>(
  'identity/set-locale',
  `MATCH (p:Person {id: $id})
   SET p.locale = $locale
   RETURN p.id AS id`,
);

export const removeCountry = writeQuery<{ id: string }, { removed: number }>(
  'identity/remove-country',
  `MATCH (p:Person {id: $id})-[r:LIVES_IN]->(:Entity)
   DELETE r
   RETURN count(r) AS removed`,
);

/** No row when the country is not known. */
export const setCountry = writeQuery<
  { id: string; countryKey: string; source: string; at: string },
  { countryKey: string }
>(
  'identity/set-country',
  `MATCH (p:Person {id: $id})
   MATCH (c:Entity {key: $countryKey})
   CREATE (p)-[:LIVES_IN {source: $source, at: $at}]->(c)
   RETURN c.key AS countryKey`,
);

export const removeWorksFor = writeQuery<{ id: string }, { removed: number }>(
  'identity/remove-works-for',
  `MATCH (p:Person {id: $id})-[r:WORKS_FOR]->(:Entity)
   DELETE r
   RETURN count(r) AS removed`,
);

/** No row when there is no such organisation. */
export const setWorksFor = writeQuery<
  { id: string; actorKey: string; source: string; at: string },
  { actorKey: string }
>(
  'identity/set-works-for',
  `MATCH (p:Person {id: $id})
   MATCH (a:Entity {key: $actorKey})
   CREATE (p)-[:WORKS_FOR {source: $source, at: $at}]->(a)
   RETURN a.key AS actorKey`,
);

/**
 * People by id, hidden ones too: the repository leaves those out, since a second condition here would make the
 * embedded engine read every person.
 */
export const listPeople = readQuery<{ ids: string[] }, PublicPersonRow & { hidden: boolean | null }>(
  'identity/list-people',
  `MATCH (p:Person)
   WHERE p.id IN $ids
   OPTIONAL MATCH (p)-[:LIVES_IN]->(c:Entity)
   RETURN ${PUBLIC_FIELDS}, p.hidden AS hidden`,
);

export const listAccounts = readQuery<{ ids: string[] }, AccountRow>(
  'identity/list-accounts',
  `MATCH (p:Person)
   WHERE p.id IN $ids
   OPTIONAL MATCH (p)-[:LIVES_IN]->(c:Entity)
   RETURN ${ACCOUNT_FIELDS}`,
);

/** Ids within a span, latest first. Ids sort by the time they were made. */
export const listPersonIds = readQuery<{ since: string; before: string; limit: number }, { id: string }>(
  'identity/list-person-ids',
  `MATCH (p:Person)
   WHERE p.id >= $since AND p.id < $before
   RETURN p.id AS id
   ORDER BY id DESC LIMIT $limit`,
);

/** What signing in needs. `passwordHash` never leaves the room. */
export const findCredentials = readQuery<
  { emailKey: string },
  {
    id: string;
    name: string;
    email: string;
    locale: string;
    passwordHash: string;
    invented: boolean | null;
    disabledAt: string | null;
  }
>(
  'identity/find-credentials',
  `MATCH (p:Person {emailKey: $emailKey})
   RETURN p.id AS id, p.name AS name, p.email AS email, p.locale AS locale, p.passwordHash AS passwordHash,
          p.invented AS invented, p.disabledAt AS disabledAt`,
);

/** Answers when the address was first verified: `at` itself when that is now. */
export const markEmailVerified = writeQuery<{ id: string; at: string }, { verifiedAt: string }>(
  'identity/mark-email-verified',
  `MATCH (p:Person {id: $id})
   SET p.verifiedAt = coalesce(p.verifiedAt, $at)
   RETURN p.verifiedAt AS verifiedAt`,
);

export const setPasswordHash = writeQuery<{ id: string; passwordHash: string }, { id: string }>(
  'identity/set-password-hash',
  `MATCH (p:Person {id: $id})
   SET p.passwordHash = $passwordHash
   RETURN p.id AS id`,
);

/**
 * `isAdministrator` repeats what `roles` says, since a value within a list cannot be looked up by an index; it is null
 * for whoever is disabled, as `disabledAt` is for everyone else.
 */
export const setStanding = writeQuery<
  { id: string; roles: string[]; isAdministrator: boolean | null; disabledAt: string | null },
  { id: string }
>(
  'identity/set-standing',
  `MATCH (p:Person {id: $id})
   SET p.roles = $roles, p.isAdministrator = $isAdministrator, p.disabledAt = $disabledAt
   RETURN p.id AS id`,
);

export const findStanding = readQuery<
  { id: string },
  { id: string; roles: string[]; disabledAt: string | null }
>(
  'identity/find-standing',
  'MATCH (p:Person {id: $id}) RETURN p.id AS id, p.roles AS roles, p.disabledAt AS disabledAt',
);

export const countAdministrators = readQuery<Record<string, never>, { count: number }>(
  'identity/count-administrators',
  'MATCH (p:Person {isAdministrator: true}) RETURN count(p) AS count',
);

/** What people are called now; those who are not there are left out. */
export const listNames = readQuery<{ ids: string[] }, { id: string; name: string }>(
  'identity/list-names',
  `UNWIND $ids AS id
   MATCH (p:Person {id: id})
   RETURN p.id AS id, p.name AS name ORDER BY id`,
);
