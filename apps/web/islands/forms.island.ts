import { FormDraft } from './form-drafts.js';
import { tellNumbers } from './number-fields.js';

/** What long forms have: numbers that say how they are understood, and drafts. */

tellNumbers();
for (const form of document.querySelectorAll<HTMLFormElement>('form.form[data-draft]'))
  new FormDraft(form).start();
