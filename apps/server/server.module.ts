import { type DynamicModule, Module } from '@nestjs/common';
import type { Config } from '../../libs/platform/config/config.js';
import { PlatformModule } from '../../libs/platform/platform.module.js';
import { RealtimeModule } from '../../libs/platform/realtime/realtime.module.js';
import { WebModule } from '../web/web.module.js';
import { MIGRATIONS, ROOM_MODULES } from './rooms.js';

/** Composition only: which rooms and apps run in this process. */
@Module({})
export class ServerModule {
  static forRoot(config: Config, checkResponses = false): DynamicModule {
    return {
      module: ServerModule,
      imports: [
        PlatformModule.forRoot({ config, migrations: MIGRATIONS, checkResponses }),
        ...ROOM_MODULES,
        RealtimeModule,
        WebModule,
      ],
    };
  }
}
