import { Injectable } from '@nestjs/common';
import { requireAccess } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { conflict, notFound } from '../../platform/errors/domain-error.js';
import { Graph } from '../../platform/graph/graph.js';
import { asPerson, changeMeRule, showMeRule } from '../identity.access.js';
import {
  deleteFormDraft,
  findFormDraft,
  listFormDrafts,
  saveFormDraft,
  takeFormDraft,
} from './form-drafts.cypher.js';
import type { FormDraftSummary, FormDraftView, SaveFormDraftInput } from './form-drafts.schemas.js';

const MOST_KEPT = 40;
const TITLE_LENGTH = 100;

/** What a person typed into long forms and has not sent: theirs alone, on whatever device they come back. */
@Injectable()
export class FormDrafts {
  constructor(
    private readonly graph: Graph,
    private readonly clock: Clock,
  ) {}

  /** Newest first, without what was typed. */
  async list(actor: Actor): Promise<FormDraftSummary[]> {
    requireAccess(showMeRule, actor, undefined);
    return this.graph.read(listFormDrafts, { personId: asPerson(actor).id });
  }

  /** @throws {DomainError} `platform/not-found` when the person has no such draft */
  async show(actor: Actor, key: string): Promise<FormDraftView> {
    requireAccess(showMeRule, actor, undefined);
    const [draft] = await this.graph.read(findFormDraft, { name: nameOf(actor, key) });
    if (!draft) throw notFound('draft');
    return { ...draft, fields: JSON.parse(draft.fields) };
  }

  /**
   * Beyond 40 the oldest goes. The same again changes nothing.
   * @returns the version that is kept now
   * @throws {DomainError} `identity/draft-changed-meanwhile` when another version is there than the one that was changed
   */
  async save(actor: Actor, key: string, { version: seen, ...draft }: SaveFormDraftInput): Promise<number> {
    requireAccess(changeMeRule, actor, undefined);
    const name = nameOf(actor, key);
    const personId = asPerson(actor).id;
    const fields = JSON.stringify(draft.fields);
    const at = this.clock.iso();
    return this.graph.write(async (tx) => {
      const [taken] = await tx.run(takeFormDraft, { name, personId, key, at });
      const current = taken?.version ?? 0;
      if (taken?.content === fields) return current;
      // One that is gone, because it was sent or grew old, begins anew.
      if (current > 0 && seen !== current)
        throw conflict('identity/draft-changed-meanwhile', { version: current });
      const version = current + 1;
      await tx.run(saveFormDraft, { ...draft, name, fields, title: titleOf(draft.fields), version, at });
      const others = (await tx.run(listFormDrafts, { personId })).filter((other) => other.key !== key);
      for (const { key: old } of others.slice(MOST_KEPT - 1))
        await tx.run(deleteFormDraft, { name: nameOf(actor, old) });
      return version;
    });
  }

  /** Whether it was there or not, it is gone. */
  async discard(actor: Actor, key: string): Promise<void> {
    requireAccess(changeMeRule, actor, undefined);
    await this.graph.write((tx) => tx.run(deleteFormDraft, { name: nameOf(actor, key) }));
  }
}

function nameOf(actor: Actor, key: string): string {
  return `${asPerson(actor).id}/${key}`;
}

function titleOf(fields: [string, string][]): string {
  const [, value = ''] = fields.find(([name]) => name === 'title') ?? [];
  return [...value.trim()].slice(0, TITLE_LENGTH).join('');
}
