import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { entityKey } from '../platform/entities/entity.js';
import { notFound } from '../platform/errors/domain-error.js';
import { Graph, type GraphTransaction } from '../platform/graph/graph.js';
import { REFERENCE_LOAD_ID, takeReferenceLoad } from './load-reference/load-reference.cypher.js';
import type { Names } from './rules/reference-names.js';
import {
  countThemeUses,
  createTheme,
  deleteTheme,
  listThemes,
  rememberRemovedTheme,
  removeBroaderTheme,
  removeServedSdgs,
  renameTheme,
  setBroaderTheme,
  setServedSdgs,
  type ThemeRow,
} from './themes.cypher.js';

export interface ThemeRecord {
  code: string;
  names: Names;
  parent: string | null;
  /** Codes of the goals it serves, the main one first. */
  sdgs: string[];
  /** One more with each change. */
  version: number;
}

@Injectable()
export class ThemesRepository {
  constructor(
    private readonly graph: Graph,
    private readonly clock: Clock,
  ) {}

  async listThemes(): Promise<ThemeRecord[]> {
    return (await this.graph.read(listThemes, {})).map(toRecord);
  }

  /** The whole tree as this transaction will change it; nobody else changes it meanwhile. */
  async takeTree(tx: GraphTransaction): Promise<ThemeRecord[]> {
    await tx.run(takeReferenceLoad, { id: REFERENCE_LOAD_ID });
    return (await tx.run(listThemes, {})).map(toRecord);
  }

  async create(tx: GraphTransaction, theme: ThemeRecord, source: string): Promise<void> {
    const { code, names } = theme;
    await tx.run(createTheme, {
      code,
      key: entityKey('theme', code),
      url: `/themes/${code}`,
      title: names.en,
      names: JSON.stringify(names),
      at: this.clock.iso(),
    });
    await this.link(tx, theme, source);
  }

  async update(tx: GraphTransaction, theme: ThemeRecord, source: string): Promise<void> {
    const { code, names, version } = theme;
    const at = this.clock.iso();
    await tx.run(renameTheme, { code, title: names.en, names: JSON.stringify(names), version, at });
    await tx.run(removeBroaderTheme, { code });
    await tx.run(removeServedSdgs, { code });
    await this.link(tx, theme, source);
  }

  async countUses(tx: GraphTransaction, code: string): Promise<number> {
    const [row] = await tx.run(countThemeUses, { code });
    if (!row) throw notFound('theme');
    return row.uses;
  }

  async remove(tx: GraphTransaction, code: string): Promise<void> {
    await tx.run(deleteTheme, { code });
    await tx.run(rememberRemovedTheme, { id: REFERENCE_LOAD_ID, code });
  }

  private async link(tx: GraphTransaction, theme: ThemeRecord, source: string): Promise<void> {
    const { code, parent, sdgs } = theme;
    const at = this.clock.iso();
    if (parent) await tx.run(setBroaderTheme, { code, parent, source, at });
    if (sdgs.length === 0) return;
    const ranked = sdgs.map((sdg, index) => ({ key: entityKey('sdg', sdg), rank: index + 1 }));
    await tx.run(setServedSdgs, { code, sdgs: ranked, source, at });
  }
}

export function getTheme(themes: readonly ThemeRecord[], code: string): ThemeRecord {
  const theme = themes.find((candidate) => candidate.code === code);
  if (!theme) throw notFound('theme');
  return theme;
}

function toRecord({ code, names, parent, sdgs, version }: ThemeRow): ThemeRecord {
  const ranked = sdgs
    .filter((served): served is { code: string; rank: number | null } => served.code !== null)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  const codes = ranked.map((served) => served.code);
  return { code, names: JSON.parse(names) as Names, parent, sdgs: codes, version };
}
