import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { ChangeMarks } from './change-marks.js';
import { EntityTitles } from './entity-titles.js';
import { EventDispatcher } from './event-dispatcher.js';
import { EventLog } from './event-log.js';
import { EventReader } from './event-reader.js';
import { ListenerDiscovery } from './listener-discovery.js';
import { PendingSweep } from './pending-sweep.js';

@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [
    ChangeMarks,
    EventLog,
    EventReader,
    EventDispatcher,
    EntityTitles,
    ListenerDiscovery,
    PendingSweep,
  ],
  exports: [ChangeMarks, EventLog, EventDispatcher],
})
export class EventsModule {}
