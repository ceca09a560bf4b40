import { connect, type Socket } from 'node:net';
import type { TestServer } from '../../api/test-server.js';

/** A connection on which anything can be written, as slowly as one likes. */
export class AbusiveClient {
  text = '';
  private constructor(readonly socket: Socket) {
    socket.setEncoding('utf8').on('data', (part: string) => {
      this.text += part;
    });
    // A cut connection is what these clients are there for.
    socket.on('error', () => undefined);
  }

  static async connect({ url }: TestServer): Promise<AbusiveClient> {
    const { hostname, port } = new URL(url);
    const client = new AbusiveClient(connect(Number(port), hostname));
    await new Promise((resolve) => client.socket.once('connect', resolve));
    return client;
  }

  send(data: string | Uint8Array): void {
    this.socket.write(data);
  }

  /** Writes one character after the other until the server has had enough. */
  drip(text: string, everyMs: number): void {
    let position = 0;
    const timer = setInterval(() => {
      if (this.socket.destroyed || position >= text.length) clearInterval(timer);
      else this.socket.write(text[position++] ?? '');
    }, everyMs);
  }

  /** Resolves with all that was answered once the server has closed the connection. */
  async closed(): Promise<string> {
    if (!this.socket.closed) await new Promise((resolve) => this.socket.once('close', resolve));
    return this.text;
  }
}
