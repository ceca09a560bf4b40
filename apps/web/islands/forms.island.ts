import { tellNumbers } from './number-fields.js';

/** What long forms have: numbers that say how they are understood. */

tellNumbers();
