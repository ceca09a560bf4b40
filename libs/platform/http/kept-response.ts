import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Stamp } from '../events/change-marks.js';

type Encoding = 'br' | 'gzip';

const COMPRESS: Record<Encoding, (body: string) => Promise<Buffer>> = {
  br: (body) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: promisify(gzip),
};
const SMALLEST_COMPRESSED = 1024;

/** An answer as it was sent, and its compressed forms once somebody has asked for them. */
export class KeptResponse {
  private readonly contentType: string;
  private readonly cacheControl: string;
  /** Fits the nonce in the text. */
  private readonly policy: string;
  private readonly body: Buffer;
  private readonly compressed: Partial<Record<Encoding, Buffer | 'at work'>> = {};

  /** @param stamp of before it was made */
  constructor(
    readonly stamp: Stamp,
    private readonly etag: string,
    reply: FastifyReply,
    private readonly text: string,
  ) {
    this.contentType = String(reply.getHeader('content-type') ?? 'application/json; charset=utf-8');
    this.cacheControl = String(reply.getHeader('cache-control'));
    this.policy = String(reply.getHeader('content-security-policy'));
    this.body = Buffer.from(text);
  }

  /** The text, its bytes, and two compressed forms of about a quarter each. */
  get mostBytes(): number {
    return this.body.length * 3 + 500;
  }

  send(request: FastifyRequest, reply: FastifyReply): FastifyReply {
    reply.header('content-type', this.contentType);
    reply.header('cache-control', this.cacheControl);
    reply.header('etag', this.etag);
    reply.header('content-security-policy', this.policy);
    reply.header('vary', 'accept-encoding');
    if (request.headers['if-none-match'] === this.etag) return reply.code(304).send();
    return reply.send(this.bodyFor(request, reply));
  }

  private bodyFor(request: FastifyRequest, reply: FastifyReply): Buffer | string {
    const accepted = request.headers['accept-encoding'] ?? '';
    const encoding = (['br', 'gzip'] as const).find((name) => accepted.includes(name));
    // Weights are rare: the compression that other answers get understands them.
    if (!encoding || accepted.includes('q=') || this.body.length < SMALLEST_COMPRESSED) return this.body;
    const ready = this.compressed[encoding];
    if (ready instanceof Buffer) {
      reply.header('content-encoding', encoding);
      return ready;
    }
    if (!ready) this.compress(encoding);
    return this.text;
  }

  private compress(encoding: Encoding): void {
    this.compressed[encoding] = 'at work';
    COMPRESS[encoding](this.text).then(
      (body) => {
        this.compressed[encoding] = body;
      },
      () => {
        delete this.compressed[encoding];
      },
    );
  }
}
