import { RouteConfig } from '@nestjs/platform-fastify';
import type { Dependence } from '../events/change-marks.js';

/** What an answer depends on, by the values in its route. */
export type DependsOn = (params: Record<string, string>) => Dependence;

declare module 'fastify' {
  interface FastifyContextConfig {
    cacheForVisitors?: DependsOn;
  }
}

/**
 * On a route that gives all visitors the same answer: it is kept, by language, until an event changes what it depends
 * on. Never on a route that counts, limits or writes.
 */
export function CacheForVisitors(dependsOn: DependsOn = () => 'everything') {
  return RouteConfig({ cacheForVisitors: dependsOn });
}
