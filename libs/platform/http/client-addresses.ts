import type { IncomingMessage } from 'node:http';
import { Injectable, Logger } from '@nestjs/common';
import { Config } from '../config/config.js';
import { readAddress } from './address-group.js';

type Incoming = Pick<IncomingMessage, 'headers'> & { socket: { remoteAddress?: string } };

/** From a network of one's own, as a reverse proxy connects. */
const NEARBY = /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|::1$|f[cd][0-9a-f]{2}:|fe80:)/;

/** Where requests come from, and whether somebody stands between who should be known. */
@Injectable()
export class ClientAddresses {
  private readonly logger = new Logger('http');
  private proxySeen: 'nowhere' | 'nearby' | 'far' = 'nowhere';

  constructor(private readonly config: Config) {}

  /**
   * The address of whoever sent the request. Behind a proxy that is known, it is the last one in `X-Forwarded-For`, the
   * one that the proxy saw itself: what stands before was claimed by the client. Where that is no address, the proxy's own.
   */
  of(request: Incoming): string {
    const peer = readAddress(request.socket.remoteAddress ?? '') ?? '';
    const forwarded = [request.headers['x-forwarded-for'] ?? []].flat().join(',');
    if (forwarded === '') return peer;
    if (!this.config.settings.TRUST_PROXY) {
      this.notice(peer);
      return peer;
    }
    const seen = forwarded.split(',').filter((part) => part.trim() !== '');
    return readAddress(seen.at(-1) ?? '') ?? peer;
  }

  /**
   * Whether requests came through a proxy although the settings know of none: all its clients then count as one address.
   * `far`: the header came from another network, where anyone may have written it.
   */
  get unknownProxy(): 'nowhere' | 'nearby' | 'far' {
    return this.proxySeen;
  }

  private notice(peer: string): void {
    const where = NEARBY.test(peer) ? 'nearby' : 'far';
    if (this.proxySeen === 'nearby' || this.proxySeen === where) return;
    this.proxySeen = where;
    this.logger.warn(`X-Forwarded-For came from ${peer}. ${UNKNOWN_PROXY}`);
  }
}

/** What an operator reads of it, in the log and from `minga doctor`. */
export const UNKNOWN_PROXY =
  'Behind a reverse proxy set TRUST_PROXY=on: until then all who come through it count as one address and share its limits.';
