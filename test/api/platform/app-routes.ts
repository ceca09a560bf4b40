import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { ACCESS_RULE, type AccessRule, PUBLIC_ROUTE } from '../../../libs/platform/access/access-rule.js';
import { ENDPOINT, type EndpointContract } from '../../../libs/platform/http/endpoint.js';
import type { TestServer } from '../test-server.js';

/** A route of the running application, as its controller declares it. */
export interface AppRoute {
  /** `Controller.method`, for messages. */
  handler: string;
  method: string;
  /** With its parameters, as `/api/v1/threads/:id`. */
  path: string;
  rule?: AccessRule<never>;
  isPublic: boolean;
  contract?: EndpointContract;
}

/** Every route of every controller, in the order of their paths. */
export function routesOf({ app }: TestServer): AppRoute[] {
  const scanner = app.get(MetadataScanner, { strict: false });
  const controllers = app.get(DiscoveryService, { strict: false }).getControllers();
  const routes = controllers.flatMap(({ instance, metatype }) => {
    if (!instance || !metatype) return [];
    const prototype = Object.getPrototypeOf(instance) as Record<string, object>;
    return scanner.getAllMethodNames(prototype).flatMap((name) => {
      const handler = prototype[name];
      if (!handler || !Reflect.hasMetadata(METHOD_METADATA, handler)) return [];
      const read = <Value>(key: string): Value | undefined =>
        Reflect.getMetadata(key, handler) ?? Reflect.getMetadata(key, metatype);
      return pathsOf(metatype, handler).map((path) => ({
        handler: `${metatype.name}.${name}`,
        method: RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number] ?? 'GET',
        path,
        rule: read<AccessRule<never>>(ACCESS_RULE),
        isPublic: read<boolean>(PUBLIC_ROUTE) ?? false,
        contract: read<EndpointContract>(ENDPOINT),
      }));
    });
  });
  return routes.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function pathsOf(controller: object, handler: object): string[] {
  const bases = [Reflect.getMetadata(PATH_METADATA, controller) as string | string[]].flat();
  const paths = [Reflect.getMetadata(PATH_METADATA, handler) as string | string[]].flat();
  return bases.flatMap((base) =>
    paths.map((path) => `/${base}/${path}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1')),
  );
}

/** The path with something in place of each parameter. */
export function fillPath(path: string, value: string | ((name: string) => string)): string {
  return path.replace(/:(\w+)/g, (_, name: string) => (typeof value === 'string' ? value : value(name)));
}
