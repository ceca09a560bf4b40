import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { markedProviders } from '../discovery/marked-providers.js';
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
    const marked = markedProviders<EventListener, ListenerOptions>(this.discovery, this.reflector, LISTENER);
    for (const { provider, mark } of marked) {
      this.dispatcher.register({
        name: mark.name,
        hears: new Set(mark.hears),
        handle: (event) => provider.handle(event),
      });
    }
  }
}
