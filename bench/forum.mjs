import { readFileSync } from 'node:fs';
import { RawConnection, requestBytes, targetOf } from './load/raw-connection.mjs';

/**
 * A forum that can be measured: an address, and a map that says how things are asked of it. Nothing else in the
 * bench knows one forum from another. See `bench/maps/` for the maps there are.
 */
export class Forum {
  /**
   * @param {{ url: string, map: string, pids?: number[], values?: Record<string, string> }} options `map` is a file;
   *   `values` fill the map besides what the bench knows, for example `token`
   */
  constructor({ url, map, pids = [], values = {} }) {
    this.url = url.replace(/\/+$/, '');
    this.map = JSON.parse(readFileSync(map, 'utf8'));
    this.pids = pids;
    this.values = { origin: this.url, ...values };
  }

  get name() {
    return this.map.name;
  }

  /** A read of the map, for example `thread-json`; null when the forum has no such thing. */
  read(name, values) {
    const template = this.map.reads[name];
    return template ? this.#fill(template, values) : null;
  }

  reply(values) {
    return { method: 'POST', ...this.#fill(this.map.reply, values) };
  }

  startThread(values) {
    return { method: 'POST', ...this.#fill(this.map.startThread, values) };
  }

  live(values) {
    return this.map.live ? this.#fill(this.map.live, values) : null;
  }

  /** Registers or creates a person and signs them in. @returns what the map takes of the answers, with `cookie` */
  async person(values) {
    const taken = {};
    const jar = new Map();
    for (const step of this.map.person) {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const request = { method: 'POST', ...this.#fill(step, { ...values, ...taken }) };
      const answer = await this.ask({
        ...request,
        headers: { ...request.headers, ...(cookie ? { cookie } : {}) },
      });
      for (const [name, value] of answer.cookies) jar.set(name, value);
      Object.assign(taken, answer.taken);
    }
    return { ...taken, cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') };
  }

  /** Sends a request whose answer matters. @throws when it is refused */
  async ask({ method, path, headers, body, take = {} }) {
    const answer = await fetch(this.url + path, {
      method,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
      redirect: 'manual',
    });
    const text = await answer.text();
    if (answer.status >= 400)
      throw new Error(`${method} ${path} answers ${answer.status}: ${text.slice(0, 200)}`);
    const found = Object.keys(take).length > 0 ? JSON.parse(text) : null;
    const cookies = answer.headers.getSetCookie().map((line) => {
      const [pair] = line.split(';');
      return [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
    });
    return {
      taken: Object.fromEntries(Object.entries(take).map(([name, at]) => [name, valueAt(found, at)])),
      cookies,
    };
  }

  /** A guest's read as a browser makes it the second time: where it was sent on to, with the cookies it was given. */
  async asGuest(request) {
    const answer = await fetch(this.url + request.path, { headers: request.headers, redirect: 'follow' });
    await answer.arrayBuffer();
    const path = request.followRedirect ? new URL(answer.url).pathname : request.path;
    const cookies = answer.headers.getSetCookie().map((line) => line.split(';')[0]);
    const cookie = [request.headers?.cookie, ...cookies].filter(Boolean).join('; ');
    return { path, headers: cookie ? { ...request.headers, cookie } : (request.headers ?? {}) };
  }

  /** One connection for requests whose time matters. */
  connection(options = {}) {
    const target = targetOf(this.url);
    const connection = new RawConnection({ ...target, ...options });
    return {
      ask: (request) => connection.ask(requestBytes(target, request)),
      send: (bytes) => connection.ask(bytes),
      bytesOf: (request) => requestBytes(target, request),
      close: () => connection.close(),
    };
  }

  #fill(template, values) {
    return fillIn(template, { ...this.values, ...values });
  }
}

/** Puts values in the place of `{{name}}`, in every string of a template. In paths they are escaped. */
export function fillIn(template, values, encode = String) {
  if (typeof template === 'string') {
    return template.replace(/\{\{(\w+)\}\}/g, (whole, name) =>
      name in values ? encode(values[name]) : whole,
    );
  }
  if (Array.isArray(template)) return template.map((item) => fillIn(item, values));
  if (template === null || typeof template !== 'object') return template;
  const entries = Object.entries(template).map(([key, value]) => {
    return [key, fillIn(value, values, key === 'path' || key === 'query' ? encodeURIComponent : String)];
  });
  return Object.fromEntries(entries);
}

function valueAt(object, path) {
  return path.split('.').reduce((value, key) => value?.[key], object);
}
