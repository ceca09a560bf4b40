import { type DynamicModule, Module } from '@nestjs/common';
import type { Config } from '../../libs/platform/config/config.js';
import type { Engines } from '../../libs/platform/engines.js';
import { PlatformModule } from '../../libs/platform/platform.module.js';
import { RealtimeModule } from '../../libs/platform/realtime/realtime.module.js';
import { WebModule } from '../web/web.module.js';
import { ROOM_MODULES } from './rooms.js';

/** Composition only: which rooms and apps run in this process. */
@Module({})
export class ServerModule {
  static forRoot(config: Config, engines: Engines, checkResponses = false): DynamicModule {
    return {
      module: ServerModule,
      imports: [
        PlatformModule.forRoot({ config, engines, checkResponses }),
        ...ROOM_MODULES,
        RealtimeModule,
        WebModule,
      ],
    };
  }
}
