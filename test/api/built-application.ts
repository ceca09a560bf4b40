import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { NestContainer } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** The server as it ships: `tools/test.mjs` has built it from the sources as they are now. */
export const builtServer: typeof import('../../apps/server/server.js') = createRequire(import.meta.url)(
  resolve('dist/apps/server/server.cjs'),
);

/** A class of the sources, which stands for the class of the same name in the bundle. */
type ClassInSources<Instance> = abstract new (...args: never[]) => Instance;

/** The application of the bundle. Its parts are asked for by the classes of the sources, which tests can import. */
export class BuiltApplication {
  private readonly tokens = new Map<string, Set<object>>();

  constructor(readonly nest: NestFastifyApplication) {
    const { container } = nest as unknown as { container: NestContainer };
    for (const module of container.getModules().values()) {
      for (const token of [...module.providers.keys(), ...module.controllers.keys()]) {
        if (typeof token !== 'function') continue;
        this.tokens.set(token.name, (this.tokens.get(token.name) ?? new Set()).add(token));
      }
    }
  }

  /** @throws when the application has no such part, or several by this name */
  get<Instance>({ name }: ClassInSources<Instance>, options?: { strict: boolean }): Instance {
    const [token, ...others] = this.tokens.get(name) ?? [];
    if (!token || others.length > 0)
      throw new Error(`${name} names ${others.length ? 'several parts' : 'no part'}`);
    return this.nest.get(token as ClassInSources<Instance>, { strict: false, ...options });
  }

  close(): Promise<void> {
    return this.nest.close();
  }
}
