import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Bus } from '../bus/bus.js';
import { listPendingEvents } from '../events/events.cypher.js';
import { Graph } from '../graph/graph.js';
import { ClientAddresses, UNKNOWN_PROXY } from '../http/client-addresses.js';
import { Mailer } from '../mail/mailer.js';
import { Indexer } from '../search/indexer.js';
import { SearchIndex } from '../search/search-index.js';
import { type Operation, OperatorOperation } from './operation.js';

export interface Finding {
  check: string;
  ok: boolean;
  detail: string;
}

const MANY_PENDING = 1000;

/** Looks at each engine and tells what is wrong with it. */
@Injectable()
@OperatorOperation({ name: 'platform.doctor', summary: 'Check the engines', args: z.strictObject({}) })
export class DoctorOperation implements Operation {
  constructor(
    private readonly graph: Graph,
    private readonly search: SearchIndex,
    private readonly indexer: Indexer,
    private readonly addresses: ClientAddresses,
    private readonly bus: Bus,
    private readonly mailer: Mailer,
  ) {}

  async run(): Promise<{ findings: Finding[] }> {
    const checks = [
      this.check('graph', async () => {
        await this.graph.ping();
        const { writesRefused, slowDiskMs } = this.graph.health();
        if (writesRefused !== null) throw new Error(`nothing can be written: ${writesRefused}`);
        return slowDiskMs === null ? 'answers' : `answers, but the disk is slow: ${slowDiskMs} ms for a sync`;
      }),
      this.check('events', async () => {
        const pending = await this.graph.read(listPendingEvents, { limit: MANY_PENDING });
        if (pending.length === MANY_PENDING)
          throw new Error(`${MANY_PENDING} or more events wait for their listeners`);
        return `${pending.length} wait for their listeners`;
      }),
      this.check('search', async () => {
        await this.search.settled();
        const [held, expected] = [await this.search.count(), await this.indexer.countDocuments()];
        if (held !== expected)
          throw new Error(`${held} documents, but ${expected} in the graph: run \`minga reindex\``);
        return `${held} documents, as in the graph`;
      }),
      ...(this.bus.isShared ? [this.check('bus', () => this.lookAtBus())] : []),
      ...(this.mailer.needsServer ? [this.check('mail', () => this.lookAtMail())] : []),
    ];
    const told = this.graph.health().findings.map((finding) => ({ check: 'graph', ...finding }));
    return { findings: [...(await Promise.all(checks)), ...told, ...this.proxyFindings()] };
  }

  /** Anyone may send the header from afar, so that only one from nearby says that something is wrong. */
  private proxyFindings(): Finding[] {
    const { unknownProxy } = this.addresses;
    if (unknownProxy === 'nowhere') return [];
    return [{ check: 'proxy', ok: unknownProxy === 'far', detail: UNKNOWN_PROXY }];
  }

  private async lookAtBus(): Promise<string> {
    if (!this.bus.isUp) throw new Error('Redis is away: what happens in other processes is heard late');
    return 'other processes can be heard';
  }

  private async lookAtMail(): Promise<string> {
    if (!this.mailer.isUp) throw new Error('the server at SMTP_URL takes no mail: the log says why');
    return 'the server takes mail';
  }

  private async check(name: string, look: () => Promise<string>): Promise<Finding> {
    try {
      return { check: name, ok: true, detail: await look() };
    } catch (error) {
      return { check: name, ok: false, detail: error instanceof Error ? error.message : String(error) };
    }
  }
}
