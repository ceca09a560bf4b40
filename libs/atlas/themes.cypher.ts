import { readQuery, writeQuery } from '../platform/graph/graph.js';

export interface ThemeRow {
  code: string;
  /** JSON of the names by language. */
  names: string;
  parent: string | null;
  /** The goals it serves; the lowest rank is the main one. */
  sdgs: { code: string | null; rank: number | null }[];
  /** An administrator added or changed it. */
  edited: boolean;
  version: number;
}

/** All themes: some hundred, so that one read gives the tree. */
export const listThemes = readQuery<Record<string, never>, ThemeRow>(
  'atlas/list-themes',
  `MATCH (t:Theme)
   OPTIONAL MATCH (t)-[:NARROWER_THAN]->(p:Theme)
   OPTIONAL MATCH (t)-[serves:SERVES]->(s:Sdg)
   WITH t, p, collect({code: s.code, rank: serves.rank}) AS sdgs
   RETURN t.code AS code, t.names AS names, p.code AS parent, sdgs,
          t.editedAt IS NOT NULL AS edited, coalesce(t.version, 1) AS version ORDER BY code`,
);

export const createTheme = writeQuery<
  { code: string; key: string; url: string; title: string; names: string; at: string },
  { code: string }
>(
  'atlas/create-theme',
  `CREATE (t:Theme:Entity {code: $code, key: $key, type: 'theme', url: $url, title: $title, names: $names,
                           editedAt: $at})
   RETURN t.code AS code`,
);

/** From now on a reload of the reference data leaves the theme alone. */
export const renameTheme = writeQuery<
  { code: string; title: string; names: string; version: number; at: string },
  { code: string }
>(
  'atlas/rename-theme',
  `MATCH (t:Theme {code: $code})
   SET t.title = $title, t.names = $names, t.version = $version, t.editedAt = $at
   RETURN t.code AS code`,
);

export const removeBroaderTheme = writeQuery<{ code: string }, { removed: number }>(
  'atlas/remove-broader-theme',
  `MATCH (t:Theme {code: $code})-[r:NARROWER_THAN]->(:Theme)
   DELETE r
   RETURN count(r) AS removed`,
);

export const setBroaderTheme = writeQuery<
  { code: string; parent: string; source: string; at: string },
  { code: string }
>(
  'atlas/set-broader-theme',
  `MATCH (t:Theme {code: $code})
   MATCH (p:Theme {code: $parent})
   CREATE (t)-[:NARROWER_THAN {source: $source, at: $at}]->(p)
   RETURN t.code AS code`,
);

export const removeServedSdgs = writeQuery<{ code: string }, { removed: number }>(
  'atlas/remove-served-sdgs',
  `MATCH (t:Theme {code: $code})-[r:SERVES]->(:Sdg)
   DELETE r
   RETURN count(r) AS removed`,
);

export const setServedSdgs = writeQuery<
  { code: string; sdgs: { key: string; rank: number }[]; source: string; at: string },
  { count: number }
>(
  'atlas/set-served-sdgs',
  `UNWIND $sdgs AS sdg
   MATCH (t:Theme {code: $code})
   MATCH (s:Entity {key: sdg.key})
   CREATE (t)-[r:SERVES {source: $source, at: $at, rank: sdg.rank}]->(s)
   RETURN count(r) AS count`,
);

/** Whatever uses a theme points at it: cases, threads, narrower themes. */
export const countThemeUses = writeQuery<{ code: string }, { uses: number }>(
  'atlas/count-theme-uses',
  `MATCH (t:Theme {code: $code})
   OPTIONAL MATCH (t)<-[r]-(:Entity)
   RETURN count(r) AS uses`,
);

export const deleteTheme = writeQuery<{ code: string }, { deleted: number }>(
  'atlas/delete-theme',
  `MATCH (t:Theme {code: $code})
   DETACH DELETE t
   RETURN count(t) AS deleted`,
);

/** So that the next load of the reference data does not bring it back. */
export const rememberRemovedTheme = writeQuery<{ id: string; code: string }, { id: string }>(
  'atlas/remember-removed-theme',
  `MATCH (l:ReferenceLoad {id: $id})
   SET l.removedThemes = coalesce(l.removedThemes, []) + [$code]
   RETURN l.id AS id`,
);
