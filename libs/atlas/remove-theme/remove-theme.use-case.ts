import { Injectable } from '@nestjs/common';
import { requireAccess } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { EventLog } from '../../platform/events/event-log.js';
import { Graph } from '../../platform/graph/graph.js';
import { editThemes } from '../atlas.access.js';
import { themeInUse } from '../atlas.errors.js';
import { sourceOf } from '../atlas.views.js';
import { AtlasNames } from '../atlas-names.js';
import { themeRoom } from '../contracts.js';
import { getTheme, ThemesRepository } from '../themes.repository.js';

/** Takes a theme that nothing uses out of the tree. */
@Injectable()
export class RemoveTheme {
  constructor(
    private readonly graph: Graph,
    private readonly themes: ThemesRepository,
    private readonly events: EventLog,
    private readonly names: AtlasNames,
  ) {}

  /** @throws {DomainError} `atlas/theme-in-use` while anything points at it, narrower themes included */
  async execute(actor: Actor, code: string): Promise<void> {
    requireAccess(editThemes, actor, undefined);
    await this.graph.write(async (tx) => {
      getTheme(await this.themes.takeTree(tx), code);
      const uses = await this.themes.countUses(tx, code);
      if (uses > 0) throw themeInUse(uses);
      await this.themes.remove(tx, code);
      const data = { code, source: sourceOf(actor) };
      const event = { room: themeRoom(code), type: 'atlas.theme-removed', data } as const;
      await this.events.append(tx, event, { actor });
      tx.afterCommit(() => this.names.forgetTheme(code));
    });
  }
}
