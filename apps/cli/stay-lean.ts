import { stayLean } from '../../libs/platform/memory/lean-start.js';

/** Imported before anything else. */
stayLean();
