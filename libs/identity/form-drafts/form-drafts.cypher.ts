import { readQuery, writeQuery } from '../../platform/graph/graph.js';

/** Its writer and its key in one, so that two devices that save at once wait for each other. */
type Named = { name: string };

export type FormDraftRow = {
  key: string;
  form: string;
  page: string;
  lang: string;
  title: string;
  version: number;
  savedAt: string;
  /** JSON. */
  fields: string;
};

export type FormDraftSummaryRow = Omit<FormDraftRow, 'fields'>;

const SUMMARY = `d.key AS key, d.form AS form, d.page AS page, d.lang AS lang, d.title AS title,
          d.version AS version, d.savedAt AS savedAt`;

/** Takes the draft, or begins one with version 0. */
export const takeFormDraft = writeQuery<
  Named & { personId: string; key: string; at: string },
  { version: number; content: string }
>(
  'identity/take-form-draft',
  `MERGE (d:FormDraft {name: $name})
   ON CREATE SET d.personId = $personId, d.key = $key, d.version = 0, d.savedAt = $at, d.fields = ''
   SET d.lock = true
   RETURN d.version AS version, d.fields AS content`,
);

export const saveFormDraft = writeQuery<
  Named & Pick<FormDraftRow, 'form' | 'page' | 'lang' | 'title' | 'fields' | 'version'> & { at: string },
  { key: string }
>(
  'identity/save-form-draft',
  `MATCH (d:FormDraft {name: $name})
   SET d.form = $form, d.page = $page, d.lang = $lang, d.title = $title, d.fields = $fields,
       d.version = $version, d.savedAt = $at
   RETURN d.key AS key`,
);

export const findFormDraft = readQuery<Named, FormDraftRow>(
  'identity/find-form-draft',
  `MATCH (d:FormDraft {name: $name})
   RETURN ${SUMMARY}, d.fields AS fields`,
);

export const listFormDrafts = readQuery<{ personId: string }, FormDraftSummaryRow>(
  'identity/list-form-drafts',
  `MATCH (d:FormDraft {personId: $personId})
   RETURN ${SUMMARY}
   ORDER BY savedAt DESC, key DESC`,
);

/** No row when there is none. */
export const deleteFormDraft = writeQuery<Named, { key: string }>(
  'identity/delete-form-draft',
  `MATCH (d:FormDraft {name: $name})
   WITH d, d.key AS key
   DETACH DELETE d
   RETURN key`,
);

export const forgetFormDrafts = writeQuery<{ before: string; limit: number }, { forgotten: number }>(
  'identity/forget-form-drafts',
  `MATCH (d:FormDraft)
   WHERE d.savedAt < $before
   WITH d LIMIT $limit
   DETACH DELETE d
   RETURN count(*) AS forgotten`,
);
