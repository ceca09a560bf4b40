import { connect } from 'node:net';
import { RawConnection, requestBytes, targetOf } from '../load/raw-connection.mjs';

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** What all abuses need: who asks, whether to go on, and a tally of what was answered. */
export class Abuser {
  /** How often each status was told, or the connection cut. */
  told = {};
  #stopped = false;
  #stop;
  #whenStopped = new Promise((resolve) => {
    this.#stop = resolve;
  });
  #sockets = new Set();

  /** @param {{ url: string, world: object }} job `world` as it was seeded; its people are signed in */
  constructor({ url, world }) {
    this.target = targetOf(url);
    this.world = world;
  }

  stop() {
    this.#stopped = true;
    this.#stop();
  }

  close() {
    for (const socket of this.#sockets) socket.destroy();
  }

  get goesOn() {
    return !this.#stopped;
  }

  stopped() {
    return this.#whenStopped;
  }

  note(status) {
    this.told[status] = (this.told[status] ?? 0) + 1;
  }

  /** Asks as the signed-in person of the number, over as many connections, one thing after the other. */
  async hammer(connections, requestAt, person) {
    const { cookie, csrf } = this.world.people[person] ?? {};
    const headers = cookie ? { cookie, 'x-csrf-token': csrf } : {};
    let next = 0;
    await Promise.all(
      Array.from({ length: connections }, async () => {
        const connection = new RawConnection(this.target);
        while (this.goesOn) {
          const request = requestAt(next++);
          const bytes = requestBytes(this.target, {
            ...request,
            headers: { ...headers, ...request.headers },
          });
          await this.#ask(connection, bytes);
        }
        connection.close();
      }),
    );
  }

  async #ask(connection, bytes) {
    try {
      const { status } = await connection.ask(bytes);
      this.note(status);
      // Whoever is told to come back later does so a little later, like a program that does not give up.
      if (status === 429) await pause(50);
    } catch {
      this.note('cut');
      connection.close();
      await pause(50);
    }
  }

  /** Does something on so many connections at once, again when one ends, half a second later. */
  async keepOpen(count, use) {
    await Promise.all(
      Array.from({ length: count }, async (_, at) => {
        while (this.goesOn) {
          await this.#onSocket((socket) => use(socket, at));
          if (this.goesOn) await pause(500);
        }
      }),
    );
  }

  #onSocket(use) {
    return new Promise((resolve) => {
      const socket = this.open();
      socket.once('close', () => resolve());
      this.stopped().then(() => socket.destroy());
      socket.once('connect', () => use(socket));
    });
  }

  /** A connection on which anything can be written; the first line of each answer is noted. */
  open() {
    const socket = connect({ ...this.target, noDelay: true });
    this.#sockets.add(socket);
    socket.once('data', (data) =>
      this.note(/^HTTP\/1\.1 (\d+)/.exec(data.toString('latin1'))?.[1] ?? 'other'),
    );
    socket.on('error', () => undefined);
    socket.on('close', () => this.#sockets.delete(socket));
    return socket;
  }
}
