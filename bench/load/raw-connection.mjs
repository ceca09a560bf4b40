import { connect } from 'node:net';

const HEAD_END = Buffer.from('\r\n\r\n');
const LAST_CHUNK = Buffer.from('0\r\n\r\n');

/**
 * One HTTP/1.1 connection that asks one thing at a time. Server and load share the machine, so this does as little as
 * possible: requests are ready as bytes, answers are read for status and length only.
 */
export class RawConnection {
  #socket = null;
  #answered = null;
  #failed = null;
  #keep;
  #parts = [];
  #size = 0;
  #expected = -1;
  #status = 0;

  /** @param {{ host: string, port: number, keepBody?: boolean }} target */
  constructor({ host, port, keepBody = false }) {
    this.host = host;
    this.port = port;
    this.#keep = keepBody;
  }

  /**
   * @param {Buffer} bytes a whole request
   * @returns {Promise<{ status: number, bytes: number, text?: string }>} `bytes` with the head
   */
  ask(bytes) {
    return new Promise((resolve, reject) => {
      this.#answered = resolve;
      this.#failed = reject;
      this.#size = 0;
      this.#expected = -1;
      this.#parts = [];
      this.#socket ??= this.#open();
      this.#socket.write(bytes);
    });
  }

  close() {
    this.#socket?.destroy();
    this.#socket = null;
  }

  #open() {
    const socket = connect({ host: this.host, port: this.port, noDelay: true });
    socket.on('data', (chunk) => this.#take(chunk));
    const gone = (error) => {
      if (this.#socket === socket) this.#socket = null;
      const fail = this.#failed;
      this.#failed = null;
      fail?.(error ?? new Error('the server closed the connection'));
    };
    socket.on('error', gone);
    socket.on('close', () => gone());
    return socket;
  }

  #take(chunk) {
    if (this.#size === 0 || this.#expected === -1) this.#readHead(chunk);
    else if (this.#keep) this.#parts.push(chunk);
    this.#size += chunk.length;
    const isWhole =
      this.#expected === CHUNKED
        ? endsWith(chunk, LAST_CHUNK)
        : this.#expected >= 0 && this.#size >= this.#expected;
    if (!isWhole) return;
    const text = this.#keep ? Buffer.concat(this.#parts).toString('utf8') : undefined;
    const resolve = this.#answered;
    this.#failed = null;
    resolve({ status: this.#status, bytes: this.#size, text });
  }

  #readHead(chunk) {
    const whole = this.#parts.length > 0 ? Buffer.concat([...this.#parts, chunk]) : chunk;
    this.#parts = [whole];
    const end = whole.indexOf(HEAD_END);
    if (end === -1) return;
    const head = whole.toString('latin1', 0, end);
    this.#status = Number(head.slice(9, 12));
    const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
    if (length !== undefined) this.#expected = end + 4 + Number(length);
    else this.#expected = /\r\ntransfer-encoding: *chunked/i.test(head) ? CHUNKED : end + 4;
  }
}

const CHUNKED = -2;

function endsWith(chunk, tail) {
  return chunk.length >= tail.length && chunk.compare(tail, 0, tail.length, chunk.length - tail.length) === 0;
}

/** The bytes of a request, made once and sent often. */
export function requestBytes({ host, port }, { method = 'GET', path, headers = {}, body }) {
  const payload =
    body === undefined ? null : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  const lines = [`${method} ${path} HTTP/1.1`, `host: ${host}:${port}`, 'connection: keep-alive'];
  for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`);
  if (payload) lines.push('content-type: application/json', `content-length: ${payload.length}`);
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), payload ?? Buffer.alloc(0)]);
}

/** @param {string} url */
export function targetOf(url) {
  const { hostname, port, protocol } = new URL(url);
  return {
    host: hostname === 'localhost' ? '127.0.0.1' : hostname,
    port: Number(port) || (protocol === 'https:' ? 443 : 80),
  };
}
