import { randomUUID } from 'node:crypto';
import { maxHeaderSize, type Server } from 'node:http';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import fastifyStatic from '@fastify/static';
import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '../../libs/platform/config/config.js';
import { closeEngines, openEngines } from '../../libs/platform/engines.js';
import { ClientAddresses } from '../../libs/platform/http/client-addresses.js';
import type { HttpRequest } from '../../libs/platform/http/http-request.js';
import { refuseDeepJson } from '../../libs/platform/http/json-body.js';
import { Metrics } from '../../libs/platform/http/metrics.js';
import { answerNotModified } from '../../libs/platform/http/not-modified.js';
import { readableAddress } from '../../libs/platform/http/readable-address.js';
import { ReadyJson } from '../../libs/platform/http/ready-json.js';
import { ResponseCache } from '../../libs/platform/http/response-cache.js';
import { securityHeaders } from '../../libs/platform/http/security-headers.js';
import { LIMITS } from '../../libs/platform/limits.js';
import { createLogger, NestLogger } from '../../libs/platform/log/logger.js';
import { Pages } from '../web/rendering/pages.js';
import { MIGRATIONS } from './rooms.js';
import { ServerModule } from './server.module.js';

/** In letters: as much as Node takes in, where each may have become three. */
const LONGEST_ADDRESS = 3 * maxHeaderSize;

export interface CreateServerOptions {
  config: Config;
  /** Whether answers are checked against their declared shape; tests do. */
  checkResponses?: boolean;
}

/** Builds the whole application, ready to listen. Engines are open and migrated when this resolves. */
export async function createServer({
  config,
  checkResponses,
}: CreateServerOptions): Promise<NestFastifyApplication> {
  const { http } = LIMITS;
  const requestTimeout = Math.round(config.settings.REQUEST_SECONDS * 1000);
  const adapter = new FastifyAdapter({
    bodyLimit: http.bodyBytes,
    requestTimeout,
    keepAliveTimeout: http.idleMs,
    http: {
      headersTimeout: Math.round(requestTimeout * http.headersPart),
      connectionsCheckingInterval: Math.min(http.lookEveryMs, Math.round(requestTimeout / 4)),
    },
    genReqId: () => randomUUID(),
    rewriteUrl: ({ url = '/' }) => readableAddress(url),
    // Whatever is asked for answers for itself that there is no such thing, however long its address is.
    // A slash at the end names the same page: people and other sites write it.
    routerOptions: { maxParamLength: LONGEST_ADDRESS, ignoreTrailingSlash: true },
  });
  const logger = new NestLogger(createLogger(config.settings.LOG_LEVEL));
  Logger.overrideLogger(logger); // engines open before the application is there
  const engines = await openEngines(config, MIGRATIONS);
  const app = await NestFactory.create<NestFastifyApplication>(
    ServerModule.forRoot(config, engines, checkResponses),
    adapter,
    { logger, abortOnError: false },
  ).catch(async (error: unknown) => {
    await closeEngines(engines);
    throw error;
  });
  await prepareApplication(app, config).catch(async (error: unknown) => {
    await app.close();
    throw error;
  });
  return app;
}

async function prepareApplication(app: NestFastifyApplication, config: Config): Promise<void> {
  const { http } = LIMITS;
  const fastify = app.getHttpAdapter().getInstance();
  fastify.setReplySerializer(ReadyJson.write);
  const parseJson = fastify.getDefaultJsonParser('error', 'error');
  app.useBodyParser<Server>('application/json', { bodyLimit: http.bodyBytes }, (request, body, done) => {
    refuseDeepJson(body);
    return parseJson(request, body.toString(), done);
  });
  tellAddresses(app);
  await app.register(cookie);
  await app.register(compress, { global: true, threshold: 1024, encodings: ['br', 'gzip'] });
  const cache = app.get(ResponseCache);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', cache.answerFromKept)
    .addHook('onRoute', cache.keepAnswersOf);
  await serveAssets(app);
  fastify.addHook('onSend', securityHeaders(config));
  fastify.addHook('onSend', answerNotModified);
  measureRequests(app);
  await app.init();
}

async function serveAssets(app: NestFastifyApplication): Promise<void> {
  const { folder } = app.get(Pages).assets;
  if (!folder) return;
  await app.register(fastifyStatic, {
    root: folder,
    prefix: '/assets/',
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
    index: false,
  });
}

/** Each request bears the address that it comes from. */
function tellAddresses(app: NestFastifyApplication): void {
  const addresses = app.get(ClientAddresses);
  app
    .getHttpAdapter()
    .getInstance()
    .decorateRequest('address', '')
    .addHook('onRequest', (request, _reply, done) => {
      (request as HttpRequest).address = addresses.of(request.raw);
      done();
    });
}

function measureRequests(app: NestFastifyApplication): void {
  const metrics = app.get(Metrics);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onResponse', (request, reply, done) => {
      metrics.requestServed(
        request.routeOptions.url ?? 'unknown',
        reply.statusCode,
        reply.elapsedTime / 1000,
      );
      done();
    });
}
