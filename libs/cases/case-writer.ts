import { Injectable } from '@nestjs/common';
import { entityKey } from '../platform/entities/entity.js';
import type { CypherQuery, GraphTransaction } from '../platform/graph/graph.js';
import { type CaseRecord, toProperties, versionKey } from './case-record.js';
import { toSnapshot } from './case-snapshot.js';
import {
  type CaseProperties,
  changeCase,
  createCases,
  createCaseVersions,
  linkActors,
  linkContributor,
  linkCountries,
  linkModality,
  linkTargets,
  linkThemes,
  linkVersionWriter,
  type NewLink,
  unlink,
} from './case-writes.cypher.js';
import type { CaseLinkType } from './cases.cypher.js';
import type { CaseContent, CaseLinks } from './rules/case-content.js';
import { findLinkChanges, type LinkEnd } from './rules/link-changes.js';

/** Who or what writes: `source` goes onto the links, the person under the version. */
export interface Writing {
  source: string;
  personId: string | null;
  at: string;
  note: string | null;
}

export interface NewCase {
  id: string;
  content: CaseContent;
  links: CaseLinks;
  /** Publication state, keys of retries and imports. */
  standing: CaseProperties;
}

type LinkQuery = CypherQuery<{ links: NewLink[]; source: string; at: string }, { links: number }>;

const LINK_QUERIES: [CaseLinkType, LinkQuery, (links: CaseLinks) => LinkEnd[]][] = [
  ['HAPPENED_IN', linkCountries, (links) => links.countries],
  ['INVOLVED', linkActors, (links) => links.actors],
  ['ADDRESSES', linkThemes, (links) => links.themes.map(withoutRole)],
  ['TARGETS', linkTargets, (links) => links.targets.map(withoutRole)],
  ['USED_MODALITY', linkModality, (links) => (links.modality ? [withoutRole(links.modality)] : [])],
];

/** Writes cases with their links and versions: those of people one by one, imported ones by the batch. */
@Injectable()
export class CaseWriter {
  async create(tx: GraphTransaction, cases: NewCase[], writing: Writing): Promise<void> {
    const { at, source, personId, note } = writing;
    await tx.run(createCases, {
      cases: cases.map(({ id, content, standing }) => ({
        id,
        key: entityKey('case', id),
        url: `/cases/${id}`,
        properties: { ...toProperties(content), createdAt: at, updatedAt: at, version: 1, ...standing },
      })),
    });
    for (const [, query, endsOf] of LINK_QUERIES) {
      const links = cases.flatMap(({ id, links }) => endsOf(links).map((end) => ({ caseId: id, ...end })));
      if (links.length > 0) await tx.run(query, { links, source, at });
    }
    const contributors = personId
      ? cases.map(({ id }) => ({ caseId: id, key: entityKey('person', personId), role: null }))
      : [];
    if (contributors.length > 0) await tx.run(linkContributor, { links: contributors, source, at });
    const versions = cases.map(({ id, content, links }) => toVersion(id, 1, content, links, note));
    await this.addVersions(tx, versions, writing);
  }

  /**
   * Replaces what a case says and is linked to, as its next version.
   * @returns the number of the version
   */
  async replace(
    tx: GraphTransaction,
    before: CaseRecord,
    { content, links, standing }: Omit<NewCase, 'id'>,
    writing: Writing,
  ): Promise<number> {
    const { id } = before.row;
    const version = before.row.version + 1;
    const properties = { ...toProperties(content), ...standing, updatedAt: writing.at, version };
    await tx.run(changeCase, { id, properties });
    for (const [link, query, endsOf] of LINK_QUERIES) {
      const { remove, add } = findLinkChanges(endsOf(before.links), endsOf(links));
      if (remove.length > 0) await tx.run(unlink, { id, link, keys: remove });
      const added = add.map(({ key, role }) => ({ caseId: id, key, role }));
      if (added.length > 0) await tx.run(query, { links: added, source: writing.source, at: writing.at });
    }
    await this.addVersions(tx, [toVersion(id, version, content, links, writing.note)], writing);
    return version;
  }

  async change(tx: GraphTransaction, id: string, properties: CaseProperties): Promise<void> {
    await tx.run(changeCase, { id, properties });
  }

  private async addVersions(
    tx: GraphTransaction,
    versions: ReturnType<typeof toVersion>[],
    { at, personId }: Writing,
  ): Promise<void> {
    await tx.run(createCaseVersions, { versions, at });
    if (!personId) return;
    for (const { key } of versions) await tx.run(linkVersionWriter, { key, personId });
  }
}

function withoutRole(key: string): LinkEnd {
  return { key, role: null };
}

function toVersion(id: string, number: number, content: CaseContent, links: CaseLinks, note: string | null) {
  return {
    key: versionKey(id, number),
    caseId: id,
    number,
    data: JSON.stringify(toSnapshot(content, links)),
    note,
  };
}

/** What is on a case while it is a draft, and once everyone may read it. */
export const DRAFT_STANDING: CaseProperties = { status: 'draft', hidden: true };

export function publishedStanding(at: string, version: number): CaseProperties {
  return { status: 'published', hidden: null, publishedAt: at, publishedVersion: version };
}
