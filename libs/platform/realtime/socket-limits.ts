import type { IncomingMessage, ServerResponse } from 'node:http';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { Server, Socket } from 'socket.io';
import { Config } from '../config/config.js';
import { addressGroup } from '../http/address-group.js';
import { ClientAddresses } from '../http/client-addresses.js';
import { LIMITS } from '../limits.js';

export type Engine = Server['engine'];
type Connection = Socket['conn'];
interface Outbox {
  writeBuffer: { data?: string | Buffer }[];
  transport: { socket?: { bufferedAmount?: number } };
}

type Handshake = IncomingMessage & { res?: ServerResponse };

const { retryAfter, unreadBytes, lookEveryMs } = LIMITS.sockets;

/** Keeps one address from taking all connections, and one client that does not read from taking all memory. */
@Injectable()
export class SocketLimits implements OnModuleDestroy {
  private readonly logger = new Logger('live');
  private readonly connections = new Set<Connection>();
  private readonly perAddress = new Map<string, number>();
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly config: Config,
    private readonly addresses: ClientAddresses,
  ) {}

  guard(engine: Engine): void {
    const options = engine.opts as {
      allowRequest?: (request: Handshake, callback: (error: string | null, allowed: boolean) => void) => void;
    };
    options.allowRequest = (request, callback) => {
      if (this.isFull(this.addressOf(request))) refuse(request);
      else callback(null, true);
    };
    engine.on('connection', (connection: Connection) => this.count(connection));
    this.timer = setInterval(() => this.cutThoseWhoDoNotRead(), lookEveryMs);
    this.timer.unref();
  }

  onModuleDestroy(): void {
    if (this.timer) clearInterval(this.timer);
  }

  private count(connection: Connection): void {
    const address = this.addressOf(connection.request);
    this.connections.add(connection);
    this.perAddress.set(address, (this.perAddress.get(address) ?? 0) + 1);
    connection.once('close', () => {
      this.connections.delete(connection);
      const left = (this.perAddress.get(address) ?? 1) - 1;
      if (left > 0) this.perAddress.set(address, left);
      else this.perAddress.delete(address);
    });
  }

  private isFull(address: string): boolean {
    const { RATE_LIMITS, SOCKETS_PER_ADDRESS } = this.config.settings;
    return RATE_LIMITS && (this.perAddress.get(address) ?? 0) >= SOCKETS_PER_ADDRESS;
  }

  private addressOf(request: IncomingMessage): string {
    return addressGroup(this.addresses.of(request));
  }

  private cutThoseWhoDoNotRead(): void {
    for (const connection of this.connections) {
      if (bytesWaiting(connection) <= unreadBytes) continue;
      this.logger.warn('a socket was cut: its client does not read');
      connection.close(true);
      // What is left in the pipe would hold the closing up for as long as nobody reads it.
      connection.request.socket.destroy();
    }
  }
}

/** Messages that the connection could not take yet; where there are none, the rest fits into the pipe. */
function bytesWaiting(connection: Connection): number {
  // The only way to see them: what engine.io keeps for a client is not part of its interface.
  const { writeBuffer, transport } = connection as unknown as Outbox;
  if (writeBuffer.length === 0) return 0;
  let bytes = transport.socket?.bufferedAmount ?? 0;
  for (const { data } of writeBuffer) bytes += data?.length ?? 0;
  return bytes;
}

function refuse({ res, socket }: Handshake): void {
  if (res && typeof res.writeHead === 'function') {
    res.writeHead(429, { 'retry-after': String(retryAfter), connection: 'close' }).end();
    return;
  }
  socket.write(`HTTP/1.1 429 Too Many Requests\r\nRetry-After: ${retryAfter}\r\nConnection: close\r\n\r\n`);
  // Nobody reads it any more, so that it would never see the client go.
  socket.destroySoon();
}
