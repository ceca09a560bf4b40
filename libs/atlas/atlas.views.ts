import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { entityKey } from '../platform/entities/entity.js';
import type { Locale } from '../platform/i18n/locales.js';
import type { ActorRow } from './actors.cypher.js';
import type { ActorSummaryView, MembershipView, NamedView } from './atlas.schemas.js';
import { AtlasNames } from './atlas-names.js';
import type { GroupMembership } from './reference-records.js';
import type { Names } from './rules/reference-names.js';

/** The paths of pages, by type of entity. */
const URLS = {
  country: (code: string) => `/countries/${code}`,
  region: (code: string) => `/regions/${code}`,
  income: (code: string) => `/countries?income=${code}`,
  group: (code: string) => `/groups/${code}`,
  sdg: (code: string) => `/sdgs/${code}`,
  theme: (code: string) => `/themes/${code}`,
  sector: (code: string) => `/explore?sector=${code}`,
  modality: (code: string) => `/explore?modality=${code}`,
};

/** Says things of the atlas in the reader's language. */
@Injectable()
export class AtlasViews {
  constructor(private readonly names: AtlasNames) {}

  named(type: keyof typeof URLS, code: string, locale: Locale): NamedView {
    const name = this.names.nameOf(entityKey(type, code), locale) ?? code;
    return { code, name, url: URLS[type](code) };
  }

  namesOf(type: keyof typeof URLS, code: string): Names {
    return this.names.namesOf(entityKey(type, code)) ?? { en: code };
  }

  actorSummary(row: ActorRow, locale: Locale): ActorSummaryView {
    const { id, name, type, country, createdAt } = row;
    return {
      id,
      key: entityKey('actor', id),
      name,
      url: `/actors/${id}`,
      type:
        type === null ? null : { code: type, name: this.names.nameOf(`actor-type:${type}`, locale) ?? type },
      country: country === null ? null : this.named('country', country, locale),
      createdAt,
    };
  }
}

export function toMembershipView(membership: GroupMembership): MembershipView {
  const { status, from, to = null, precision = null, note = null, source, checkedOn } = membership;
  return { status, from, to, precision, note, source, checkedOn };
}

/** Names in the order of the language's alphabet. */
export function byName(locale: Locale): (a: { name: string }, b: { name: string }) => number {
  const { compare } = new Intl.Collator(locale);
  return (a, b) => compare(a.name, b.name);
}

/** How the graph names who says something. */
export function sourceOf(actor: Actor): string {
  return actor.id === null ? 'minga' : `person:${actor.id}`;
}
