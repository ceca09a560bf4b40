import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { requireAccess } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { EventLog } from '../../platform/events/event-log.js';
import { Graph } from '../../platform/graph/graph.js';
import { editThemes } from '../atlas.access.js';
import { themeUnderItself, unknownParentTheme } from '../atlas.errors.js';
import type { changeThemeBody } from '../atlas.schemas.js';
import { sourceOf } from '../atlas.views.js';
import { AtlasNames } from '../atlas-names.js';
import { themeRoom } from '../contracts.js';
import type { Names } from '../rules/reference-names.js';
import { wouldCloseCircle } from '../rules/theme-tree.js';
import { getTheme, type ThemeRecord, ThemesRepository } from '../themes.repository.js';

export type ChangeThemeInput = z.output<typeof changeThemeBody>;

/** Renames a theme, moves it in the tree, or says which goals it serves. Its code stays. */
@Injectable()
export class ChangeTheme {
  constructor(
    private readonly graph: Graph,
    private readonly themes: ThemesRepository,
    private readonly events: EventLog,
    private readonly names: AtlasNames,
  ) {}

  /** @throws {DomainError} `atlas/theme-under-itself`, `atlas/unknown-theme` for the parent */
  async execute(actor: Actor, code: string, input: ChangeThemeInput): Promise<void> {
    requireAccess(editThemes, actor, undefined);
    const source = sourceOf(actor);
    await this.graph.write(async (tx) => {
      const tree = await this.themes.takeTree(tx);
      const before = getTheme(tree, code);
      const theme: ThemeRecord = {
        code,
        names: { ...before.names, ...given(input.names) },
        parent: input.parent === undefined ? before.parent : input.parent,
        sdgs: input.sdgs === undefined ? before.sdgs : [...new Set(input.sdgs)],
      };
      const { parent, names } = theme;
      if (parent !== null && !tree.some((other) => other.code === parent)) throw unknownParentTheme(parent);
      if (parent !== null && wouldCloseCircle(code, parent, tree)) throw themeUnderItself(parent);
      await this.themes.update(tx, theme, source);
      const data = { theme: { code, names, parent }, source };
      const event = { room: themeRoom(code), type: 'atlas.theme-changed', data } as const;
      await this.events.append(tx, event, { actor });
      tx.afterCommit(() => this.names.keepTheme(code, names));
    });
  }
}

function given(names: ChangeThemeInput['names']): Partial<Names> {
  return Object.fromEntries(Object.entries(names ?? {}).filter(([, name]) => name !== undefined));
}
