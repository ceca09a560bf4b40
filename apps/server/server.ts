/**
 * What the built server offers (`server.cjs`): the way in from the command line, and what it is composed with, so that
 * tests run the very code that ships, and can have its engines refuse.
 */
import { startFromEnvironment } from './start-from-environment.js';

export { Config } from '../../libs/platform/config/config.js';
export { unavailable } from '../../libs/platform/errors/domain-error.js';
export { createServer } from './create-server.js';
export { prepareCommunity } from './prepare-community.js';
export { startFromEnvironment };
