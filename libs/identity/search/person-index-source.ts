import { Injectable } from '@nestjs/common';
import type { IndexedEvent, IndexSource } from '../../platform/search/index-source.js';
import { IndexedSource } from '../../platform/search/indexer.js';
import type { SearchDocument } from '../../platform/search/search-index.js';
import { personKey, personUrl } from '../contracts.js';
import type { PublicPersonRow } from '../identity.cypher.js';
import { IdentityRepository } from '../identity.repository.js';

const BATCH = 500;
const MOST_PEOPLE = 1_000_000_000;
const KEY_PREFIX = personKey('');

/** People can be found by name, organisation and what they say of themselves; never by e-mail address. */
@Injectable()
@IndexedSource()
export class PersonIndexSource implements IndexSource {
  readonly type = 'person';
  readonly hears = ['identity.person-registered', 'identity.profile-changed'];

  constructor(private readonly people: IdentityRepository) {}

  keysFor(event: IndexedEvent): string[] {
    return [personKey(String(event.data.id))];
  }

  async load(keys: string[]): Promise<{ put: SearchDocument[]; remove: string[] }> {
    const rows = await this.people.listPublic(keys.map((key) => key.slice(KEY_PREFIX.length)));
    const put = rows.map(toDocument);
    const found = new Set(put.map((document) => document.key));
    return { put, remove: keys.filter((key) => !found.has(key)) };
  }

  /** All ids are read at once, since asking for the next ones again and again would read the rest each time. */
  async *all(): AsyncIterable<SearchDocument[]> {
    const ids = await this.people.listIds({ since: '', before: 'z', limit: MOST_PEOPLE });
    for (let start = 0; start < ids.length; start += BATCH) {
      yield (await this.people.listPublic(ids.slice(start, start + BATCH))).map(toDocument);
    }
  }
}

function toDocument(row: PublicPersonRow): SearchDocument {
  const country = row.countryKey?.slice('country:'.length);
  return {
    key: personKey(row.id),
    type: 'person',
    title: row.name,
    text: [row.organisation, row.countryTitle, row.bio].filter(Boolean).join('\n'),
    url: personUrl(row.id),
    audience: ['public'],
    facets: country ? { country: [country] } : {},
    at: row.createdAt,
  };
}
