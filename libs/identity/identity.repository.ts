import { Injectable } from '@nestjs/common';
import { type DomainError, invalid, notFound } from '../platform/errors/domain-error.js';
import { Graph, type GraphTransaction } from '../platform/graph/graph.js';
import { personKey, personUrl } from './contracts.js';
import {
  type AccountRow,
  countAdministrators,
  createPerson,
  findCredentials,
  findStanding,
  listAccounts,
  listNamesLike,
  listPeople,
  listPersonIds,
  markEmailVerified,
  type ProfileProperties,
  type PublicPersonRow,
  removeCountry,
  removeWorksFor,
  setCountry,
  setLocale,
  setPasswordHash,
  setStanding,
  setWorksFor,
  takeProfile,
  updateProfile,
} from './identity.cypher.js';
import { emailKey } from './rules/email.js';
import { isSameName, nameSkeleton } from './rules/person-name.js';

/** A person before they are in the graph. */
export interface NewPerson {
  id: string;
  name: string;
  email: string;
  passwordHash: string;
  verifiedAt: string | null;
  locale: string;
  roles: string[];
  bio: string;
  organisation: string;
  /** Code of an actor type. */
  organisationType?: string | null;
  /** Nobody is behind the address: nothing is mailed to it. */
  invented?: boolean;
  createdAt: string;
}

/** What a person may do, and whether they may do anything. */
export interface Standing {
  roles: string[];
  /** Since when nobody can sign in to the account; null for one that is in use. */
  disabledAt: string | null;
}

/** Of names that look alike; those that share one are many, those who imitate it are refused. */
const MOST_ALIKE = 50;

/** Reads and writes people. */
@Injectable()
export class IdentityRepository {
  constructor(private readonly graph: Graph) {}

  /** @throws {UniquenessViolation} when someone has the address */
  async create(tx: GraphTransaction, person: NewPerson): Promise<void> {
    const { organisationType = null, invented = false } = person;
    await tx.run(createPerson, {
      ...person,
      organisationType,
      invented: invented || null,
      key: personKey(person.id),
      url: personUrl(person.id),
      emailKey: emailKey(person.email),
      nameSkeleton: nameSkeleton(person.name),
    });
  }

  /**
   * The profile as this transaction will change it; nobody else changes it meanwhile.
   * @returns its version
   */
  async takeProfile(tx: GraphTransaction, id: string): Promise<number> {
    const [row] = await tx.run(takeProfile, { id });
    if (!row) throw notFound('person');
    return row.version;
  }

  async updateProfile(
    tx: GraphTransaction,
    id: string,
    properties: ProfileProperties,
    version: number,
  ): Promise<void> {
    const { name } = properties;
    const skeleton = typeof name === 'string' ? { nameSkeleton: nameSkeleton(name) } : {};
    await tx.run(updateProfile, { id, properties: { ...properties, ...skeleton }, version });
  }

  /**
   * A name that two people share is spelled alike; one that only looks alike imitates.
   * @param id of whoever takes the name
   * @throws {DomainError} `platform/invalid-input` with `identity/name-imitates` on the field
   */
  async requireOwnName(tx: GraphTransaction, name: string, id: string): Promise<void> {
    const alike = await tx.run(listNamesLike, { nameSkeleton: nameSkeleton(name), limit: MOST_ALIKE });
    const others = alike.filter((person) => person.id !== id);
    if (others.some((person) => !isSameName(person.name, name)))
      throw refusedIn('name', 'identity/name-imitates');
  }

  /**
   * @param country ISO 3166-1 alpha-3, or null for none
   * @throws {DomainError} `platform/invalid-input` with `identity/unknown-country` on the field
   */
  async setCountry(tx: GraphTransaction, id: string, country: string | null, at: string): Promise<void> {
    await tx.run(removeCountry, { id });
    if (country === null) return;
    const countryKey = `country:${country}`;
    const [row] = await tx.run(setCountry, { id, countryKey, source: personKey(id), at });
    if (!row) throw refusedIn('country', 'identity/unknown-country');
  }

  /**
   * @param actorKey of an organisation of the atlas, or null for none
   * @throws {DomainError} `platform/invalid-input` with `identity/unknown-organisation` on the field
   */
  async setWorksFor(tx: GraphTransaction, id: string, actorKey: string | null, at: string): Promise<void> {
    await tx.run(removeWorksFor, { id });
    if (actorKey === null) return;
    const [row] = await tx.run(setWorksFor, { id, actorKey, source: personKey(id), at });
    if (!row) throw refusedIn('worksFor', 'identity/unknown-organisation');
  }

  async setLocale(tx: GraphTransaction, id: string, locale: string): Promise<void> {
    await tx.run(setLocale, { id, locale });
  }

  async findCredentials(email: string) {
    const [row] = await this.graph.read(findCredentials, { emailKey: emailKey(email) });
    return row ?? null;
  }

  async findAccount(
    id: string,
    reader: Pick<GraphTransaction, 'run'> | null = null,
  ): Promise<AccountRow | null> {
    const ids = [id];
    const rows = reader
      ? await reader.run(listAccounts, { ids })
      : await this.graph.read(listAccounts, { ids });
    return rows[0] ?? null;
  }

  /** Those of the ids that everyone may see, in no particular order. */
  async listPublic(ids: string[]): Promise<PublicPersonRow[]> {
    const rows = await this.graph.read(listPeople, { ids });
    return rows.filter((row) => row.hidden !== true);
  }

  async listAccounts(ids: string[]): Promise<AccountRow[]> {
    const rows = await this.graph.read(listAccounts, { ids });
    return rows.sort((a, b) => (a.id < b.id ? 1 : -1));
  }

  /** Ids within `[since, before)`, latest first. */
  async listIds(span: { since: string; before: string; limit: number }): Promise<string[]> {
    const rows = await this.graph.read(listPersonIds, span);
    return rows.map((row) => row.id);
  }

  /** @returns whether the address was not verified before */
  async markEmailVerified(tx: GraphTransaction, id: string, at: string): Promise<boolean> {
    const [row] = await tx.run(markEmailVerified, { id, at });
    return row?.verifiedAt === at;
  }

  async setPasswordHash(tx: GraphTransaction, id: string, passwordHash: string): Promise<void> {
    await tx.run(setPasswordHash, { id, passwordHash });
  }

  async findStanding(tx: GraphTransaction, id: string): Promise<Standing | null> {
    const [row] = await tx.run(findStanding, { id });
    return row ? { roles: row.roles, disabledAt: row.disabledAt } : null;
  }

  async setStanding(tx: GraphTransaction, id: string, { roles, disabledAt }: Standing): Promise<void> {
    // Who cannot sign in administers nothing.
    const isAdministrator = roles.includes('administrator') && disabledAt === null ? true : null;
    await tx.run(setStanding, { id, roles, isAdministrator, disabledAt });
  }

  async countAdministrators(reader: Pick<GraphTransaction, 'run'> | null = null): Promise<number> {
    const rows = reader
      ? await reader.run(countAdministrators, {})
      : await this.graph.read(countAdministrators, {});
    return rows[0]?.count ?? 0;
  }
}

function refusedIn(field: string, code: string): DomainError {
  return invalid('platform/invalid-input', {}, [{ field, code }]);
}
