import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { requireAccess } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { EventLog } from '../../platform/events/event-log.js';
import { Graph, type GraphTransaction } from '../../platform/graph/graph.js';
import { editOnce } from '../../platform/receipts/edit-once.js';
import { requestKey } from '../../platform/receipts/request-key.js';
import { editThemes } from '../atlas.access.js';
import { themeChangedMeanwhile, themeUnderItself, unknownParentTheme } from '../atlas.errors.js';
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
    private readonly clock: Clock,
  ) {}

  /**
   * What the input leaves out stays as it is; for whoever sends the same again nothing changes.
   * @throws {DomainError} `atlas/theme-changed-meanwhile`, `atlas/theme-under-itself`, `atlas/unknown-theme` for the
   * parent
   */
  async execute(actor: Actor, code: string, input: ChangeThemeInput): Promise<void> {
    requireAccess(editThemes, actor, undefined);
    const key = requestKey({ personId: actor.id, act: ['change-theme', code], content: input });
    await this.graph.write(async (tx) => {
      const tree = await this.themes.takeTree(tx);
      const before = getTheme(tree, code);
      const edit = {
        ...{ key, at: this.clock.iso(), seen: input.version, current: before.version },
        changedMeanwhile: themeChangedMeanwhile,
      };
      await editOnce(tx, edit, () => this.save(tx, actor, tree, changed(before, input)));
    });
  }

  private async save(
    tx: GraphTransaction,
    actor: Actor,
    tree: readonly ThemeRecord[],
    theme: ThemeRecord,
  ): Promise<number> {
    const { code, parent, names } = theme;
    if (parent !== null && !tree.some((other) => other.code === parent)) throw unknownParentTheme(parent);
    if (parent !== null && wouldCloseCircle(code, parent, tree)) throw themeUnderItself(parent);
    const source = sourceOf(actor);
    await this.themes.update(tx, theme, source);
    const data = { theme: { code, names, parent }, source };
    const event = { room: themeRoom(code), type: 'atlas.theme-changed', data } as const;
    await this.events.append(tx, event, { actor });
    tx.afterCommit(() => this.names.keepTheme(code, names));
    return theme.version;
  }
}

function changed(before: ThemeRecord, { names, parent, sdgs }: ChangeThemeInput): ThemeRecord {
  return {
    code: before.code,
    names: { ...before.names, ...given(names) },
    parent: parent === undefined ? before.parent : parent,
    sdgs: sdgs === undefined ? before.sdgs : [...new Set(sdgs)],
    version: before.version + 1,
  };
}

function given(names: ChangeThemeInput['names']): Partial<Names> {
  return Object.fromEntries(Object.entries(names ?? {}).filter(([, name]) => name !== undefined));
}
