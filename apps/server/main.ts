import { loadServer } from './load-server.js';

const { startFromEnvironment } = await loadServer();
await startFromEnvironment();
