import { beginLeanStart } from '../../libs/platform/memory/lean-start.js';

/** Imported before anything else, as that is what makes most of what is soon forgotten. */
beginLeanStart();
