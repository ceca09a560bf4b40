import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Bus } from './bus/bus.js';
import { closeEngines } from './engines.js';
import { EventDispatcher } from './events/event-dispatcher.js';
import { Graph } from './graph/graph.js';
import { SearchIndex } from './search/search-index.js';

/** Closes the engines in the order in which they depend on each other, once no request runs any more. */
@Injectable()
export class EngineShutdown implements OnApplicationShutdown {
  constructor(
    private readonly dispatcher: EventDispatcher,
    private readonly bus: Bus,
    private readonly search: SearchIndex,
    private readonly graph: Graph,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await this.dispatcher.settled();
    await closeEngines({ bus: this.bus, search: this.search, graph: this.graph });
  }
}
