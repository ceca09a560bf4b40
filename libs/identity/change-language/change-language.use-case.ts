import { Injectable } from '@nestjs/common';
import { requireAccess } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Graph } from '../../platform/graph/graph.js';
import type { Locale } from '../../platform/i18n/locales.js';
import { asPerson, changeMeRule } from '../identity.access.js';
import { IdentityRepository } from '../identity.repository.js';
import { KnownActors } from '../sign-in/known-actors.js';

/** Changes the language of a person's pages and mails, and nothing else of their profile: others see none of it. */
@Injectable()
export class ChangeLanguage {
  constructor(
    private readonly graph: Graph,
    private readonly people: IdentityRepository,
    private readonly known: KnownActors,
  ) {}

  async execute(actor: Actor, locale: Locale): Promise<void> {
    requireAccess(changeMeRule, actor, undefined);
    const { id } = asPerson(actor);
    if (actor.locale === locale) return;
    await this.graph.write(async (tx) => {
      await this.people.setLocale(tx, id, locale);
      tx.afterCommit(() => this.known.forget(id));
    });
  }
}
