import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';

const MASK = Buffer.alloc(4);

/**
 * A socket.io client reduced to what a fan-out needs: enter a room, notice marks in what is told. It parses no JSON, so
 * that a thousand of them cost little beside the server they measure.
 */
export class LiveSocket {
  #socket;
  #buffer = Buffer.alloc(0);
  #upgraded = false;
  #settle;

  /**
   * @param {{ host: string, port: number, live: object, onEvent: (frame: Buffer) => void, onGone: () => void }} options
   *   `live` as the map of the forum gives it
   */
  constructor({ host, port, live, onEvent, onGone }) {
    this.live = live;
    this.onEvent = onEvent;
    this.prefix = live.namespace === '/' ? '' : `${live.namespace},`;
    this.eventStart = Buffer.from(`42${this.prefix}["${live.event}"`);
    this.#socket = connect({ host, port, noDelay: true });
    this.#socket.on('data', (chunk) => this.#take(chunk));
    this.#socket.on('error', (error) => this.#settle?.(error));
    this.#socket.on('close', () => {
      this.#settle?.(new Error('the connection was closed'));
      onGone();
    });
    const query = ['EIO=4', 'transport=websocket', live.query].filter(Boolean).join('&');
    const headers = Object.entries(live.headers ?? {}).map(([name, value]) => `${name}: ${value}`);
    this.#socket.write(
      [
        `GET ${live.path}?${query} HTTP/1.1`,
        `host: ${host}:${port}`,
        'connection: Upgrade',
        'upgrade: websocket',
        'sec-websocket-version: 13',
        `sec-websocket-key: ${randomBytes(16).toString('base64')}`,
        ...headers,
        '\r\n',
      ].join('\r\n'),
    );
  }

  /** Resolves when the room was entered. */
  joined() {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('the room was not entered within 30 s')), 30_000);
      this.#settle = (error) => {
        clearTimeout(timer);
        this.#settle = null;
        if (error) reject(error);
        else resolve();
      };
    });
  }

  close() {
    this.#socket.destroy();
  }

  #take(chunk) {
    this.#buffer = this.#buffer.length > 0 ? Buffer.concat([this.#buffer, chunk]) : chunk;
    if (!this.#upgraded && !this.#readUpgrade()) return;
    for (let frame = this.#nextFrame(); frame; frame = this.#nextFrame()) this.#hear(frame);
  }

  #readUpgrade() {
    const end = this.#buffer.indexOf('\r\n\r\n');
    if (end === -1) return false;
    const status = this.#buffer.toString('latin1', 9, 12);
    if (status !== '101') {
      this.#settle?.(new Error(`the upgrade was answered with ${status}`));
      this.close();
      return false;
    }
    this.#upgraded = true;
    this.#buffer = this.#buffer.subarray(end + 4);
    return true;
  }

  /** The text of the next whole frame from the server, which masks nothing; null until there is one. */
  #nextFrame() {
    const buffer = this.#buffer;
    if (buffer.length < 2) return null;
    let length = buffer[1] & 0x7f;
    let start = 2;
    if (length === 126) {
      if (buffer.length < 4) return null;
      length = buffer.readUInt16BE(2);
      start = 4;
    } else if (length === 127) {
      if (buffer.length < 10) return null;
      length = Number(buffer.readBigUInt64BE(2));
      start = 10;
    }
    if (buffer.length < start + length) return null;
    this.#buffer = buffer.subarray(start + length);
    return buffer.subarray(start, start + length);
  }

  #hear(frame) {
    if (
      frame.length >= this.eventStart.length &&
      frame.compare(this.eventStart, 0, undefined, 0, this.eventStart.length) === 0
    ) {
      this.onEvent(frame);
    } else if (frame[0] === 0x32) this.#say('3');
    else if (frame[0] === 0x30) this.#say(`40${this.prefix}`);
    else if (frame[0] === 0x34 && frame[1] === 0x30)
      this.#say(`42${this.prefix}1${JSON.stringify(this.live.join)}`);
    else if (frame[0] === 0x34 && frame[1] === 0x33) this.#entered(frame.toString('utf8'));
    else if (frame[0] === 0x34 && frame[1] === 0x34) this.#settle?.(new Error(frame.toString('utf8')));
  }

  #entered(answer) {
    const isRefused = /"ok":false|^43[^[]*\[\{"message"/.test(answer);
    this.#settle?.(isRefused ? new Error(answer) : undefined);
  }

  /** Clients must mask; a mask of zeros leaves the text as it is. */
  #say(text) {
    const payload = Buffer.from(text);
    const head =
      payload.length < 126
        ? Buffer.from([0x81, 0x80 | payload.length])
        : Buffer.from([0x81, 0xfe, payload.length >> 8, payload.length & 0xff]);
    this.#socket.write(Buffer.concat([head, MASK, payload]));
  }
}
