import type { SessionView } from '../../../../libs/learning/index.js';
import type { FormErrors } from '../../rendering/form-errors.js';
import type { NameOf } from '../../rendering/names.js';

/** What the page of a session and its parts are drawn from. */
export interface SessionPageProps {
  session: SessionView;
  nameOf: NameOf;
  csrf: string;
  /** Null for visitors. */
  viewerId: string | null;
  /** Why the last form was refused. */
  errors?: FormErrors;
  /** What was typed into the form that calls it off, or that removes somebody. */
  reason?: string;
  /** Whose removal was refused. */
  removing?: string;
}
