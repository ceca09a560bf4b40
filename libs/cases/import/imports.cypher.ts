import { readQuery } from '../../platform/graph/graph.js';

/** What earlier imports made of these rows. */
export const listImportedCases = readQuery<
  { importKeys: string[] },
  { id: string; importKey: string; importHash: string | null }
>(
  'cases/list-imported-cases',
  `UNWIND $importKeys AS importKey
   MATCH (c:CaseStudy {importKey: importKey})
   RETURN c.id AS id, c.importKey AS importKey, c.importHash AS importHash`,
);
