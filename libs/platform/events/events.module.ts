import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { EventDispatcher } from './event-dispatcher.js';
import { EventLog } from './event-log.js';
import { ListenerDiscovery } from './listener-discovery.js';

@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [EventLog, EventDispatcher, ListenerDiscovery],
  exports: [EventLog, EventDispatcher],
})
export class EventsModule {}
