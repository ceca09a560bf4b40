import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';

/**
 * A server on the loopback that speaks as much of the HTTP interface of Meilisearch as Minga uses, keeps what it is given
 * in memory, and can be made to fail in the ways in which a real one does. It finds whole words and beginnings of words,
 * without typos and without ranking: what is found by the real one is the business of the conformance suite.
 */
export class FakeMeili {
  /** `answers`, `fails` (500 to everything), `hangs` (takes requests and says nothing), or `refuses` (no connection). */
  #mode = 'answers';
  #indexes = new Map();
  #tasks = [];
  #server = null;
  #sockets = new Set();
  port = 0;
  /** Requests seen, as `POST /multi-search`. */
  seen = [];

  constructor({ version = '1.50.0', key = '' } = {}) {
    this.version = version;
    this.key = key;
  }

  static async start(options = {}) {
    const fake = new FakeMeili(options);
    await fake.#listen();
    return fake;
  }

  get url() {
    return `http://127.0.0.1:${this.port}`;
  }

  /** How many documents an index holds; null when there is no such index. */
  held(name) {
    return this.#indexes.get(name)?.documents.size ?? null;
  }

  tasksOf(type) {
    return this.#tasks.filter((task) => task.type === type).length;
  }

  async become(mode) {
    if (mode === this.#mode) return;
    const was = this.#mode;
    this.#mode = mode;
    if (mode === 'refuses') await this.#close();
    else if (was === 'refuses') await this.#listen();
    // Whoever waits is not answered after all, as when a process is gone.
    else if (was === 'hangs') this.#drop();
  }

  /** As when its folder was removed. */
  loseData() {
    this.#indexes.clear();
    this.#tasks = [];
  }

  async stop() {
    if (this.#mode !== 'refuses') await this.#close();
  }

  async #listen() {
    this.#server = createServer((request, response) => this.#take(request, response));
    this.#server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
    });
    await new Promise((done) => this.#server.listen(this.port, '127.0.0.1', done));
    this.port = this.#server.address().port;
  }

  async #close() {
    const closed = new Promise((done) => this.#server.close(done));
    this.#drop();
    await closed;
  }

  #drop() {
    for (const socket of this.#sockets) socket.destroy();
  }

  async #take(request, response) {
    let text = '';
    for await (const chunk of request) text += chunk;
    const { pathname } = new URL(request.url, this.url);
    this.seen.push(`${request.method} ${pathname}`);
    if (this.#mode === 'hangs') return;
    const [status, body] = this.#answer(request, pathname, text);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }

  #answer(request, pathname, text) {
    if (this.#mode === 'fails') return refusal(500, 'internal', 'something went wrong');
    if (pathname === '/health') return [200, { status: 'available' }];
    const given = request.headers.authorization?.replace(/^Bearer /, '');
    if (this.key && !given) return refusal(401, 'missing_authorization_header', 'The header is missing.');
    if (this.key && given !== this.key)
      return refusal(403, 'invalid_api_key', 'The provided API key is invalid.');
    const [first, name, third, fourth] = pathname.split('/').slice(1);
    const body = text ? JSON.parse(text) : undefined;
    const route = `${request.method} ${first}${third ? ` ${third}` : ''}`;
    if (route === 'GET version') return [200, { commitSha: '', commitDate: '', pkgVersion: this.version }];
    if (route === 'GET tasks') {
      const task = this.#tasks[Number(name)];
      return task ? [200, task] : refusal(404, 'task_not_found', `Task \`${name}\` not found.`);
    }
    if (route === 'POST swap-indexes') return this.#swap(body);
    if (route === 'POST multi-search') return this.#search(body.queries);
    if (route === 'POST indexes') return this.#create(body);
    const index = this.#indexes.get(name);
    if (route === 'POST indexes documents' && !fourth) {
      // The real one makes the index, with settings that fit nothing.
      const target = index ?? this.#make(name);
      for (const document of body) target.documents.set(document.id, document);
      return this.#enqueue('documentAdditionOrUpdate');
    }
    if (!index) return refusal(404, 'index_not_found', `Index \`${name}\` not found.`);
    if (route === 'GET indexes') return [200, { uid: name, primaryKey: 'id', createdAt: '', updatedAt: '' }];
    if (route === 'DELETE indexes') {
      this.#indexes.delete(name);
      return this.#enqueue('indexDeletion');
    }
    if (route === 'GET indexes stats')
      return [200, { numberOfDocuments: index.documents.size, isIndexing: false }];
    if (route === 'PATCH indexes settings') {
      index.settings = body;
      return this.#enqueue('settingsUpdate');
    }
    if (route === 'POST indexes documents' && fourth === 'delete-batch') {
      for (const id of body) index.documents.delete(id);
      return this.#enqueue('documentDeletion');
    }
    if (route === 'GET indexes documents') {
      const document = index.documents.get(decodeURIComponent(fourth));
      return document ? [200, shown(document)] : refusal(404, 'document_not_found', 'Document not found.');
    }
    return refusal(404, 'not_found', `${route} is not known here`);
  }

  #create({ uid }) {
    if (!this.#indexes.has(uid)) this.#make(uid);
    return this.#enqueue('indexCreation');
  }

  #make(name) {
    const made = { documents: new Map(), settings: null };
    this.#indexes.set(name, made);
    return made;
  }

  #swap([{ indexes }]) {
    const [one, other] = indexes;
    const missing = indexes.find((name) => !this.#indexes.has(name));
    if (missing) return this.#enqueue('indexSwap', `Index \`${missing}\` not found.`);
    const kept = this.#indexes.get(one);
    this.#indexes.set(one, this.#indexes.get(other));
    this.#indexes.set(other, kept);
    return this.#enqueue('indexSwap');
  }

  #enqueue(type, failure) {
    const uid = this.#tasks.length;
    const error = failure
      ? { message: failure, code: 'index_not_found', type: 'invalid_request', link: '' }
      : null;
    this.#tasks.push({ uid, type, status: failure ? 'failed' : 'succeeded', error });
    return [
      202,
      { taskUid: uid, indexUid: null, status: 'enqueued', type, enqueuedAt: new Date().toISOString() },
    ];
  }

  #search(queries) {
    const results = [];
    for (const query of queries) {
      const index = this.#indexes.get(query.indexUid);
      if (!index) return refusal(404, 'index_not_found', `Index \`${query.indexUid}\` not found.`);
      if (!index.settings) return refusal(400, 'invalid_search_filter', 'Attribute is not filterable.');
      results.push(find(index, query));
    }
    return [200, { results }];
  }
}

function find(
  { documents },
  { indexUid, q = '', filter = [], sort, offset = 0, limit = 20, page, facets = [] },
) {
  const words = q.split(' ').filter(Boolean);
  const found = [...documents.values()].filter(
    (document) =>
      filter.every((each) => allows(each, document)) && words.every((word) => holds(document, word, q)),
  );
  if (sort?.[0] === 'atMs:desc') found.sort((a, b) => b.atMs - a.atMs);
  const facetDistribution = Object.fromEntries(facets.map((name) => [name, countsOf(found, name)]));
  const base = { indexUid, query: q, processingTimeMs: 1, facetDistribution };
  if (page !== undefined) return { ...base, hits: [], totalHits: found.length, page, hitsPerPage: 0 };
  const hits = found.slice(offset, offset + limit).map(shown);
  return { ...base, hits, offset, limit, estimatedTotalHits: found.length };
}

function holds({ titleWords, textWords, keywords }, word, q) {
  const held = `${titleWords} ${textWords} ${keywords}`.split(/\s+/);
  return held.includes(word) || (q.endsWith(word) && held.some((each) => each.startsWith(word)));
}

/** The two shapes of a filter that Minga sends: `"a" IN ["b", "c"]`, and `names = "b"` or `!=`. */
function allows(filter, document) {
  const strings = [...filter.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text]) => text.replaceAll('\\"', '"'));
  const among = / IN \[/.test(filter);
  const attribute = among ? strings.shift() : filter.split(' ')[0];
  const values = [attribute.split('.').reduce((value, name) => value?.[name], document) ?? []].flat();
  const matches = values.some((value) => strings.includes(value));
  return filter.includes(' != ') ? !matches : matches;
}

function countsOf(documents, attribute) {
  const counts = {};
  for (const document of documents) {
    const values = [attribute.split('.').reduce((value, name) => value?.[name], document) ?? []].flat();
    for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}

function shown({ key, type, title, text, lang, url, at, facets }) {
  return { key, type, title, text, lang, url, at, facets };
}

function refusal(status, code, message) {
  return [status, { message, code, type: status < 500 ? 'invalid_request' : 'internal', link: '' }];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const fake = await FakeMeili.start({ key: process.env.MEILI_KEY });
  console.log(JSON.stringify({ url: fake.url }));
  process.on('SIGTERM', () => fake.stop());
}
