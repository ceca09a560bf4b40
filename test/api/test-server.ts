import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventDispatcher } from '../../libs/platform/events/event-dispatcher.js';
import { SearchIndex } from '../../libs/platform/search/search-index.js';
import { BuiltApplication, builtServer } from './built-application.js';

export interface Answer<Body = unknown> {
  status: number;
  headers: Headers;
  body: Body;
  text: string;
}

/** The whole application as it ships, on a free port and an empty data folder of its own. */
export class TestServer {
  private constructor(
    readonly app: BuiltApplication,
    readonly url: string,
    readonly dataDir: string,
  ) {}

  static async start(settings: Record<string, string> = {}): Promise<TestServer> {
    const dataDir = mkdtempSync(join(tmpdir(), 'minga-test-'));
    const { Config, createServer, prepareCommunity } = builtServer;
    const config = Config.load({
      DATA_DIR: dataDir,
      PORT: '0',
      DEMO: 'off',
      RATE_LIMITS: 'off',
      LOG_LEVEL: 'error',
      DURABILITY: 'relaxed',
      ...settings,
    });
    const app = await createServer({ config, checkResponses: true });
    await prepareCommunity(app, config);
    await app.listen(0, '127.0.0.1');
    return new TestServer(new BuiltApplication(app), await app.getUrl(), dataDir);
  }

  async stop(): Promise<void> {
    await this.app.close();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  /** Resolves when listeners have handled everything and the search index shows it. */
  async settled(): Promise<void> {
    await this.app.get(EventDispatcher).settled();
    await this.app.get(SearchIndex).settled();
  }

  /** A client without a session. */
  visitor(): TestClient {
    return new TestClient(this.url);
  }

  /** A client signed in as a new person. */
  async member(
    name = 'Amina Mohamud',
    options: { country?: string; locale?: string } = {},
  ): Promise<TestClient> {
    const client = new TestClient(this.url);
    const email = `${name.toLowerCase().replace(/[^a-z]+/g, '.')}.${counter++}@example.org`;
    const answer = await client.post<{ person: { id: string; name: string } }>('/api/v1/auth/register', {
      name,
      email,
      password: TEST_PASSWORD,
      ...options,
    });
    if (answer.status !== 201) throw new Error(`could not register ${name}: ${answer.text}`);
    client.person = { ...answer.body.person, email };
    return client;
  }

  /** The texts of the mails sent so far, oldest first. */
  mails(): string[] {
    const folder = join(this.dataDir, 'outbox');
    try {
      return readdirSync(folder)
        .filter((name) => name.endsWith('.eml'))
        .sort()
        .map((name) => readFileSync(join(folder, name), 'utf8'));
    } catch {
      return [];
    }
  }
}

export const TEST_PASSWORD = 'seven canals under one moon';

let counter = 1;

/** Speaks HTTP as a browser or a program would: keeps cookies, sends the CSRF token of its session. */
export class TestClient {
  person: { id: string; name: string; email: string } = { id: '', name: '', email: '' };
  csrfToken = '';
  private readonly cookies = new Map<string, string>();

  constructor(
    readonly url: string,
    private readonly headers: Record<string, string> = {},
  ) {}

  /** The same server with further headers, for example a bearer token, and no cookies. */
  with(headers: Record<string, string>): TestClient {
    return new TestClient(this.url, { ...this.headers, ...headers });
  }

  get cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  get<Body = unknown>(path: string, headers?: Record<string, string>): Promise<Answer<Body>> {
    return this.send<Body>('GET', path, undefined, headers);
  }

  post<Body = unknown>(
    path: string,
    body: unknown = {},
    headers?: Record<string, string>,
  ): Promise<Answer<Body>> {
    return this.send<Body>('POST', path, JSON.stringify(body), {
      'content-type': 'application/json',
      ...headers,
    });
  }

  patch<Body = unknown>(path: string, body: unknown): Promise<Answer<Body>> {
    return this.send<Body>('PATCH', path, JSON.stringify(body), { 'content-type': 'application/json' });
  }

  put<Body = unknown>(path: string, body: unknown): Promise<Answer<Body>> {
    return this.send<Body>('PUT', path, JSON.stringify(body), { 'content-type': 'application/json' });
  }

  delete<Body = unknown>(path: string): Promise<Answer<Body>> {
    return this.send<Body>('DELETE', path);
  }

  /** Sends a form as a browser without scripts does; redirects are not followed. */
  form(path: string, fields: Record<string, string | string[]>): Promise<Answer<string>> {
    const form = new URLSearchParams();
    for (const [name, values] of Object.entries({ _csrf: this.csrfToken, ...fields })) {
      for (const value of [values].flat()) form.append(name, value);
    }
    return this.send<string>('POST', path, form.toString(), {
      'content-type': 'application/x-www-form-urlencoded',
    });
  }

  async send<Body>(
    method: string,
    path: string,
    body?: string,
    headers: Record<string, string> = {},
  ): Promise<Answer<Body>> {
    const response = await fetch(new URL(path, this.url), {
      method,
      body,
      redirect: 'manual',
      headers: {
        ...(this.cookies.size > 0 ? { cookie: this.cookieHeader } : {}),
        ...(this.csrfToken ? { 'x-csrf-token': this.csrfToken } : {}),
        ...this.headers,
        ...headers,
      },
    });
    this.keepCookies(response);
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    const parsed = (isJson && text ? JSON.parse(text) : text) as Body;
    if (parsed && typeof parsed === 'object' && 'csrfToken' in parsed)
      this.csrfToken = String(parsed.csrfToken);
    return { status: response.status, headers: response.headers, body: parsed, text };
  }

  private keepCookies(response: Response): void {
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      const [name = '', value = ''] = pair.split('=');
      if (value === '' || /max-age=0/i.test(cookie)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}
