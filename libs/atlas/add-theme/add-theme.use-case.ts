import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { requireAccess } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { EventLog } from '../../platform/events/event-log.js';
import { Graph } from '../../platform/graph/graph.js';
import { editThemes } from '../atlas.access.js';
import { themeExists, themeWithoutCode, unknownParentTheme } from '../atlas.errors.js';
import type { addThemeBody } from '../atlas.schemas.js';
import { sourceOf } from '../atlas.views.js';
import { AtlasNames } from '../atlas-names.js';
import { themeRoom } from '../contracts.js';
import { themeCodeFor } from '../rules/theme-tree.js';
import { ThemesRepository } from '../themes.repository.js';

export type AddThemeInput = z.output<typeof addThemeBody>;

/** Adds a theme to the tree. */
@Injectable()
export class AddTheme {
  constructor(
    private readonly graph: Graph,
    private readonly themes: ThemesRepository,
    private readonly events: EventLog,
    private readonly names: AtlasNames,
  ) {}

  /** @throws {DomainError} `atlas/theme-exists`, `atlas/theme-without-code`, `atlas/unknown-theme` for the parent */
  async execute(actor: Actor, input: AddThemeInput): Promise<{ code: string }> {
    requireAccess(editThemes, actor, undefined);
    const { names, parent = null, sdgs } = input;
    const code = input.code ?? themeCodeFor(names.en);
    if (code === '') throw themeWithoutCode();
    const source = sourceOf(actor);
    await this.graph.write(async (tx) => {
      const tree = await this.themes.takeTree(tx);
      if (tree.some((theme) => theme.code === code)) throw themeExists(code);
      if (parent !== null && !tree.some((theme) => theme.code === parent)) throw unknownParentTheme(parent);
      await this.themes.create(tx, { code, names, parent, sdgs: [...new Set(sdgs)] }, source);
      const data = { theme: { code, names, parent }, source };
      const event = { room: themeRoom(code), type: 'atlas.theme-added', data } as const;
      await this.events.append(tx, event, { actor });
      tx.afterCommit(() => this.names.keepTheme(code, names));
    });
    return { code };
  }
}
