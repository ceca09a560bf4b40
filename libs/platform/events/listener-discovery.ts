import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { EventDispatcher } from './event-dispatcher.js';
import { type EventListener, LISTENER, type ListenerOptions } from './listener.js';

/** Finds every provider marked with `@Listener` and hands it to the dispatcher. */
@Injectable()
export class ListenerDiscovery implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
    private readonly dispatcher: EventDispatcher,
  ) {}

  onModuleInit(): void {
    for (const { instance, metatype } of this.discovery.getProviders()) {
      if (!instance || !metatype) continue;
      const options = this.reflector.get<ListenerOptions | undefined>(LISTENER, metatype as () => unknown);
      if (!options) continue;
      const listener = instance as EventListener;
      this.dispatcher.register({
        name: options.name,
        hears: new Set(options.hears),
        handle: (event) => listener.handle(event),
      });
    }
  }
}
