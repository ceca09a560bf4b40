import { LiveClient } from '../api/live-client.js';
import type { TestClient } from '../api/test-server.js';

export interface Answer<Body = unknown> {
  status: number;
  headers: Headers;
  body: Body;
}

export interface Problem {
  code: string;
  title: string;
  status: number;
}

export interface Post {
  id: string;
  number: number;
  body: string;
  author: { id: string };
}

/** A person at a server that may go away: signs up once, and comes back with the same session. */
export class Member {
  private cookies = '';
  private csrf = '';
  id = '';

  private constructor(public url: string) {}

  static async join(url: string, name: string): Promise<Member> {
    const member = new Member(url);
    const email = `${name.toLowerCase().replace(/\W+/g, '.')}@example.org`;
    const answer = await member.post<{ person: { id: string } }>('/api/v1/auth/register', {
      name,
      email,
      password: 'seven canals under one moon',
    });
    if (answer.status !== 201) throw new Error(`${name} could not register: ${JSON.stringify(answer.body)}`);
    member.id = answer.body.person.id;
    return member;
  }

  static async crowd(url: string, count: number): Promise<Member[]> {
    return Promise.all(Array.from({ length: count }, (_, at) => Member.join(url, `Member ${at}`)));
  }

  async startThread(title: string): Promise<string> {
    const answer = await this.post<{ id: string }>('/api/v1/threads', {
      about: 'country:PER',
      title,
      body: `Opening of ${title}`,
    });
    if (answer.status !== 201) throw new Error(`no thread: ${JSON.stringify(answer.body)}`);
    return answer.body.id;
  }

  reply(thread: string, body: string, clientKey?: string): Promise<Answer<Post & Problem>> {
    return this.post(`/api/v1/threads/${thread}/posts`, { body, clientKey });
  }

  async postsOf(thread: string): Promise<Post[]> {
    const posts: Post[] = [];
    for (let cursor = 0; ; cursor = posts.at(-1)?.number ?? 0) {
      const page = await this.get<{ items: Post[] }>(
        `/api/v1/threads/${thread}/posts?limit=100&cursor=${cursor}`,
      );
      posts.push(...page.body.items);
      if (page.body.items.length < 100) return posts;
    }
  }

  /** A socket as a page opens it. */
  listen(): Promise<LiveClient> {
    return LiveClient.connect({ url: this.url, cookieHeader: this.cookies } as unknown as TestClient);
  }

  get<Body>(path: string, headers: Record<string, string> = {}): Promise<Answer<Body>> {
    return this.send<Body>('GET', path, undefined, headers);
  }

  post<Body>(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer<Body>> {
    return this.send<Body>('POST', path, JSON.stringify(body), {
      'content-type': 'application/json',
      ...headers,
    });
  }

  private async send<Body>(
    method: string,
    path: string,
    body: string | undefined,
    headers: Record<string, string>,
  ): Promise<Answer<Body>> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      body,
      redirect: 'manual',
      headers: { cookie: this.cookies, 'x-csrf-token': this.csrf, ...headers },
    });
    const [cookie] = response.headers.getSetCookie();
    if (cookie) this.cookies = cookie.split(';')[0] ?? '';
    const text = await response.text();
    const parsed = JSON.parse(text || 'null') as Body & { csrfToken?: string };
    if (parsed?.csrfToken) this.csrf = parsed.csrfToken;
    return { status: response.status, headers: response.headers, body: parsed };
  }
}
