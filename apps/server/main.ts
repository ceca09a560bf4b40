import { endLeanStart } from './lean-start.js';

// Not imported with it: what is imported together is loaded before any of it runs.
const { startFromEnvironment } = await import('./start-from-environment.js');
await startFromEnvironment();
endLeanStart();
