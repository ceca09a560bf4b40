import { ClosePages } from './close.pages.js';
import { DialoguePages } from './dialogue.pages.js';
import { DialogueDrawing } from './dialogue-drawing.js';
import { DialogueFormPages } from './dialogue-form.pages.js';
import { DialogueListPages } from './dialogue-list.pages.js';
import { OutcomePages } from './outcome.pages.js';
import { ResultPages } from './results.pages.js';
import { StatementReader } from './statement-reader.js';
import { StatementPages } from './statements.pages.js';

/** The pages of dialogues; forms before pages, so that `new` is not taken for an id. */
export const DIALOGUE_CONTROLLERS = [
  DialogueListPages,
  DialogueFormPages,
  StatementPages,
  ResultPages,
  ClosePages,
  OutcomePages,
  DialoguePages,
];

/** What they need besides the rooms. */
export const DIALOGUE_PROVIDERS = [StatementReader, DialogueDrawing];
