import { expect } from '@jest/globals';
import { type TestClient, TestServer } from '../../api/test-server.js';
import { readMeanwhile } from './others-are-served.js';

/** How many sockets one address may have. */
export const ALLOWED_SOCKETS = 300;

/** A server with its limits on, with a member and a thread that others read while it is abused. */
export class AbusedServer {
  private constructor(
    readonly server: TestServer,
    readonly amina: TestClient,
    readonly threadId: string,
  ) {}

  static async start(): Promise<AbusedServer> {
    const server = await TestServer.start({
      LOG_LEVEL: 'silent',
      RATE_LIMITS: 'on',
      REQUEST_SECONDS: '2',
      SOCKETS_PER_ADDRESS: String(ALLOWED_SOCKETS),
    });
    const amina = await server.member('Amina Mohamud');
    return new AbusedServer(server, amina, await startThread(amina, 'Who pays for the gates?'));
  }

  get readerPath(): string {
    return `/api/v1/threads/${this.threadId}`;
  }

  /** Others read all the while, and each of their answers is as it should be. */
  async whileOthersRead<Result>(abuse: string, work: () => Promise<Result>): Promise<Result> {
    const reader = readMeanwhile(this.server, this.readerPath);
    try {
      return await work();
    } finally {
      const { served, failed, p99 } = await reader.stop();
      console.info(`${abuse}: ${served} others served, 99 of 100 within ${p99} ms`);
      expect({ abuse, failed, served: served > 0 }).toEqual({ abuse, failed: [], served: true });
    }
  }
}

/** @returns its id */
export async function startThread(author: TestClient, title: string): Promise<string> {
  const asked = { about: 'country:PER', title, body: 'Our spare parts were late.' };
  return (await author.post<{ id: string }>('/api/v1/threads', asked)).body.id;
}
