import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { AccessGuard } from './access/access.guard.js';
import { AccessEndings } from './access/access-endings.js';
import { CsrfTokens } from './access/csrf.js';
import { SharedSecrets } from './access/shared-secrets.js';
import { AuditModule } from './audit/audit.module.js';
import { Bus } from './bus/bus.js';
import { Clock } from './clock/clock.js';
import { Config } from './config/config.js';
import { EngineShutdown } from './engine-shutdown.js';
import type { Engines } from './engines.js';
import { CountLinked } from './entities/count-linked.use-case.js';
import { ListLinked } from './entities/list-linked.use-case.js';
import { NameEntities } from './entities/name-entities.use-case.js';
import { EventsModule } from './events/events.module.js';
import { Graph } from './graph/graph.js';
import { Turns } from './graph/turns.js';
import { ClientAddresses } from './http/client-addresses.js';
import { CHECK_RESPONSES, ContractInterceptor } from './http/contract.interceptor.js';
import { HealthController } from './http/health.controller.js';
import { Metrics } from './http/metrics.js';
import { OpenApiController } from './http/openapi.controller.js';
import { OpenApi } from './http/openapi.js';
import { ProblemFilter } from './http/problem.filter.js';
import { RateLimitGuard } from './http/rate-limits.js';
import { ResponseCache } from './http/response-cache.js';
import { Catalogue } from './i18n/catalogue.js';
import { JobRunner } from './jobs/job-runner.js';
import { Mailer } from './mail/mailer.js';
import { DoctorOperation } from './operations/doctor.operation.js';
import { OperationsModule } from './operations/operations.module.js';
import { ForgetReceipts } from './receipts/forget-receipts.job.js';
import { Indexer } from './search/indexer.js';
import { ReindexOperation } from './search/reindex.operation.js';
import { SearchIndex } from './search/search-index.js';

export interface PlatformOptions {
  config: Config;
  /** Open; the module closes them when the application ends. */
  engines: Engines;
  /** Whether answers are checked against their declared shape; tests do. */
  checkResponses?: boolean;
}

/** Engines, events, access and errors: everything that every room stands on. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot({ config, engines, checkResponses = false }: PlatformOptions): DynamicModule {
    return {
      module: PlatformModule,
      imports: [AuditModule, DiscoveryModule, EventsModule, OperationsModule],
      controllers: [HealthController, OpenApiController],
      providers: [
        { provide: Config, useValue: config },
        { provide: CHECK_RESPONSES, useValue: checkResponses },
        { provide: Catalogue, useFactory: () => Catalogue.load() },
        Clock,
        { provide: Metrics, useValue: engines.metrics },
        { provide: Graph, useValue: engines.graph },
        { provide: Turns, useValue: new Turns(engines.graph) },
        { provide: SearchIndex, useValue: engines.search },
        { provide: Bus, useValue: engines.bus },
        { provide: Mailer, useValue: engines.mailer },
        CsrfTokens,
        SharedSecrets,
        AccessEndings,
        ClientAddresses,
        ResponseCache,
        OpenApi,
        Indexer,
        ListLinked,
        NameEntities,
        CountLinked,
        EngineShutdown,
        ReindexOperation,
        DoctorOperation,
        JobRunner,
        ForgetReceipts,
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_GUARD, useClass: RateLimitGuard },
        { provide: APP_INTERCEPTOR, useClass: ContractInterceptor },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
      exports: [
        Config,
        Clock,
        Catalogue,
        Graph,
        Turns,
        SearchIndex,
        Bus,
        Mailer,
        CsrfTokens,
        SharedSecrets,
        AccessEndings,
        ClientAddresses,
        Metrics,
        Indexer,
        ListLinked,
        NameEntities,
        CountLinked,
        OpenApi,
        AuditModule,
        OperationsModule,
        EventsModule,
      ],
    };
  }
}
