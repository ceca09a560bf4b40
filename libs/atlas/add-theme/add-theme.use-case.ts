import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { requireAccess } from '../../platform/access/access-rule.js';
import type { Actor, Person } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { EventLog } from '../../platform/events/event-log.js';
import { Graph, type GraphTransaction } from '../../platform/graph/graph.js';
import { answerOnce } from '../../platform/receipts/answer-once.js';
import { clientRequestKey } from '../../platform/receipts/request-key.js';
import { editThemes } from '../atlas.access.js';
import { themeExists, themeWithoutCode, unknownParentTheme } from '../atlas.errors.js';
import type { addThemeBody } from '../atlas.schemas.js';
import { sourceOf } from '../atlas.views.js';
import { AtlasNames } from '../atlas-names.js';
import { themeRoom } from '../contracts.js';
import { themeCodeFor } from '../rules/theme-tree.js';
import { type ThemeRecord, ThemesRepository } from '../themes.repository.js';

export type AddThemeInput = z.output<typeof addThemeBody>;

/** Adds a theme to the tree. */
@Injectable()
export class AddTheme {
  constructor(
    private readonly graph: Graph,
    private readonly themes: ThemesRepository,
    private readonly events: EventLog,
    private readonly names: AtlasNames,
    private readonly clock: Clock,
  ) {}

  /**
   * Sending the same again under the same `clientKey` returns the theme that is there.
   * @throws {DomainError} `atlas/theme-exists`, `atlas/theme-without-code`, `atlas/unknown-theme` for the parent
   */
  async execute(actor: Actor, input: AddThemeInput): Promise<{ code: string }> {
    requireAccess(editThemes, actor, undefined);
    const { names, parent = null, sdgs } = input;
    const code = input.code ?? themeCodeFor(names.en);
    if (code === '') throw themeWithoutCode();
    const key = clientRequestKey((actor as Person).id, ['add-theme'], input);
    return this.graph.write(async (tx) => {
      const tree = await this.themes.takeTree(tx);
      const isIn = (one: string) => tree.some((theme) => theme.code === one);
      const theme = { code, names, parent, sdgs: [...new Set(sdgs)], version: 1 };
      const add = async () => {
        if (isIn(code)) throw themeExists(code);
        if (parent !== null && !isIn(parent)) throw unknownParentTheme(parent);
        await this.add(tx, actor, theme);
        return { code };
      };
      return answerOnce(tx, { key, at: this.clock.iso() }, add, (made) => isIn(made.code));
    });
  }

  private async add(tx: GraphTransaction, actor: Actor, theme: ThemeRecord): Promise<void> {
    const { code, names, parent } = theme;
    const source = sourceOf(actor);
    await this.themes.create(tx, theme, source);
    const data = { theme: { code, names, parent }, source };
    const event = { room: themeRoom(code), type: 'atlas.theme-added', data } as const;
    await this.events.append(tx, event, { actor });
    tx.afterCommit(() => this.names.keepTheme(code, names));
  }
}
