import { Injectable, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { z } from 'zod';
import { ACCESS_RULE, type AccessRule } from '../access/access-rule.js';
import { cookieName } from './cookie-names.js';
import { ENDPOINT, type EndpointContract } from './endpoint.js';
import { LIMITED_WORK } from './rate-limits.js';

type Json = Record<string, unknown>;

export interface OpenApiDocument extends Json {
  openapi: '3.1.0';
  paths: Record<string, Record<string, Json>>;
}

const PROBLEM_SCHEMA = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'correlationId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    correlationId: { type: 'string' },
    data: { type: 'object' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'code', 'message'],
        properties: { field: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
};

/** Writes the OpenAPI document from the contracts of the routes themselves, so that it cannot be out of date. */
@Injectable()
export class OpenApi {
  private document: OpenApiDocument | null = null;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  /** @param server the public address of the API */
  describe(server: string): OpenApiDocument {
    this.document ??= {
      openapi: '3.1.0',
      info: {
        title: 'Minga',
        version: '1',
        license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
      },
      servers: [{ url: server }],
      paths: this.paths(),
      components: {
        schemas: { Problem: PROBLEM_SCHEMA },
        securitySchemes: {
          session: {
            type: 'apiKey',
            in: 'cookie',
            name: cookieName('minga_session', { isSecure: server.startsWith('https:') }),
          },
          token: { type: 'http', scheme: 'bearer' },
        },
      },
    };
    return this.document;
  }

  private paths(): OpenApiDocument['paths'] {
    const paths: OpenApiDocument['paths'] = {};
    for (const { instance, metatype } of this.discovery.getControllers()) {
      if (!instance || !metatype) continue;
      const prototype = Object.getPrototypeOf(instance) as object;
      for (const name of this.scanner.getAllMethodNames(prototype)) {
        const handler = (prototype as Record<string, () => unknown>)[name];
        const contract = handler && this.reflector.get<EndpointContract | undefined>(ENDPOINT, handler);
        if (!handler || !contract) continue;
        const rule = this.reflector.get<AccessRule<never> | undefined>(ACCESS_RULE, handler);
        const base = String(Reflect.getMetadata(PATH_METADATA, metatype) ?? '');
        const method =
          RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number]?.toLowerCase() ?? 'get';
        for (const route of [Reflect.getMetadata(PATH_METADATA, handler) as string | string[]].flat()) {
          const path = `/${base}/${route}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1');
          if (!path.startsWith('/api/')) continue;
          const openApiPath = path.replace(/:(\w+)/g, '{$1}');
          paths[openApiPath] = {
            ...paths[openApiPath],
            [method]: this.operation(contract, rule, `${metatype.name.replace(/Controller$/, '')}.${name}`, {
              changes: method !== 'get',
              isLimited: this.reflector.get<unknown>(LIMITED_WORK, handler) !== undefined,
            }),
          };
        }
      }
    }
    return paths;
  }

  private operation(
    contract: EndpointContract,
    rule: AccessRule<never> | undefined,
    operationId: string,
    { changes, isLimited }: { changes: boolean; isLimited: boolean },
  ): Json {
    const status = contract.status ?? 200;
    const signedIn = rule?.who === 'signed-in';
    const takesInput = changes || Boolean(contract.params ?? contract.query);
    const refusals = new Set([
      ...(takesInput ? [400] : []),
      ...[401, 503],
      ...(rule || changes ? [403] : []),
      ...(contract.body ? [413] : []),
      ...(isLimited ? [429] : []),
      ...(contract.refusals ?? []),
    ]);
    return {
      operationId,
      summary: contract.summary,
      ...(contract.description ? { description: contract.description } : {}),
      ...(rule ? { 'x-permission': rule.name } : {}),
      security: signedIn ? [{ session: [] }, { token: [] }] : [{}, { session: [] }, { token: [] }],
      parameters: [...parameters('path', contract.params), ...parameters('query', contract.query)],
      ...(contract.body
        ? { requestBody: { required: true, content: jsonContent(schemaOf(contract.body, 'input')) } }
        : {}),
      responses: {
        [status]: {
          description: 'Done',
          ...(contract.response ? { content: jsonContent(schemaOf(contract.response, 'output')) } : {}),
        },
        ...Object.fromEntries(
          [...refusals].sort().map((refusal) => [
            refusal,
            {
              description: 'A problem',
              content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
            },
          ]),
        ),
      },
    };
  }
}

function parameters(place: 'path' | 'query', schema: z.ZodObject | undefined): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Json;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

function jsonContent(schema: Json): Json {
  return { 'application/json': { schema } };
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    target: 'draft-2020-12',
  });
  return rest;
}
