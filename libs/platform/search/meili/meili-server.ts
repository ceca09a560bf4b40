import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { type EnqueuedTask, Meilisearch, MeilisearchApiError } from 'meilisearch';
import { InvalidSettings, reasonOf, wrongSetting } from '../../config/invalid-settings.js';
import { unavailable } from '../../errors/domain-error.js';

/** Tested with this; older ones lack settings and requests that are used here. */
const OLDEST_VERSION = [1, 50] as const;

/** Somebody waits for the answer, and would rather know that there is none. */
const QUICK_MS = 1_500;
/** Nobody waits, but what comes after it does. */
const PATIENT_MS = 10_000;
/** While the server is away it is asked so often whether it is back; nobody waits for that. */
const LOOK_AGAIN_MS = 1_000;

const MISSING = new Set(['index_not_found', 'document_not_found']);

const TASK_POLL_MS = [10, 25, 50, 100, 200];

/** What may be asked in more time than usual. */
export interface Patience {
  ms: number;
}

/**
 * A Meilisearch server that may be away: then whoever asks is told at once, without another attempt, until the server
 * has answered a question of its own.
 */
export class MeiliServer {
  private readonly logger = new Logger('search');
  private readonly client: Meilisearch;
  private readonly host: string;
  private isAway = false;
  private lookedAt = 0;
  private looking: Promise<boolean> | null = null;

  constructor({ url, key }: { url: string; key?: string }) {
    this.host = new URL(url).host;
    this.client = new Meilisearch({
      host: url,
      apiKey: key,
      // On a local network, unpacking an answer costs more than its transfer.
      requestInit: { headers: { 'accept-encoding': 'identity' } },
    });
  }

  /**
   * Whether the server is one that can be used.
   * @throws {InvalidSettings} when it is another program, too old, or refuses the key
   * @throws {DomainError} `search/unavailable` when it does not answer
   */
  async verify(): Promise<void> {
    const version = await this.ask((client) => client.getVersion(), { ms: PATIENT_MS }).catch(
      (error: unknown) => {
        throw this.mistakeIn(error) ?? error;
      },
    );
    const [major = 0, minor = 0] = String(version.pkgVersion).split('.').map(Number);
    const [oldestMajor, oldestMinor] = OLDEST_VERSION;
    if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
    throw wrongSetting(
      'MEILI_URL',
      `the Meilisearch at ${this.host} is of version ${version.pkgVersion ?? 'unknown'}; ${OLDEST_VERSION.join('.')} or later is needed`,
    );
  }

  /** @throws {DomainError} `search/unavailable` for every failure; its cause says which */
  async ask<Answer>(
    question: (client: Meilisearch) => Promise<Answer>,
    { ms }: Patience = { ms: QUICK_MS },
  ): Promise<Answer> {
    if (this.isAway) {
      if (performance.now() - this.lookedAt > LOOK_AGAIN_MS) void this.answers();
      throw unavailable('search/unavailable', new Error(`Meilisearch at ${this.host} is away`));
    }
    try {
      return await withinTime(question(this.client), ms);
    } catch (error) {
      if (isOfServer(error)) this.noteAway(error);
      throw unavailable('search/unavailable', error);
    }
  }

  /** As {@link ask}, for work that nobody waits for. */
  order<Answer>(question: (client: Meilisearch) => Promise<Answer>): Promise<Answer> {
    return this.ask(question, { ms: PATIENT_MS });
  }

  /** As {@link ask}; null for an index or a document that the server does not have. */
  find<Answer>(question: (client: Meilisearch) => Promise<Answer>): Promise<Answer | null> {
    return this.ask(question).catch((error: unknown) => {
      if (MISSING.has(codeOf(error) ?? '')) return null;
      throw error;
    });
  }

  /** Whether the server answers now. */
  answers(): Promise<boolean> {
    this.looking ??= this.look().finally(() => {
      this.looking = null;
    });
    return this.looking;
  }

  /** Resolves when the tasks are done. What the server knows nothing of, it has lost with its data: nothing is left to do. */
  async waitFor(tasks: readonly EnqueuedTask[]): Promise<void> {
    for (const { taskUid } of tasks) {
      for (let poll = 0; ; poll++) {
        const task = await this.order((client) => client.tasks.getTask(taskUid)).catch((error: unknown) => {
          if (codeOf(error) === 'task_not_found') return null;
          throw error;
        });
        if (task === null || task.status === 'succeeded') break;
        if (task.status === 'failed' || task.status === 'canceled') {
          const why = task.error?.message ?? task.status;
          throw unavailable(
            'search/unavailable',
            new Error(`the task ${task.type} of Meilisearch failed: ${why}`),
          );
        }
        await sleep(TASK_POLL_MS[Math.min(poll, TASK_POLL_MS.length - 1)]);
      }
    }
  }

  private async look(): Promise<boolean> {
    this.lookedAt = performance.now();
    try {
      await withinTime(this.client.health(), QUICK_MS);
      if (this.isAway) this.logger.log(`Meilisearch at ${this.host} is back`);
      this.isAway = false;
      return true;
    } catch (error) {
      this.noteAway(error);
      return false;
    } finally {
      this.lookedAt = performance.now();
    }
  }

  private noteAway(error: unknown): void {
    if (!this.isAway) {
      const why = reasonOf((error as Error).cause ?? error);
      this.logger.error(`Meilisearch at ${this.host} is away (${why}): nothing is found until it is back`);
      this.lookedAt = performance.now();
    }
    this.isAway = true;
  }

  private mistakeIn(error: unknown): InvalidSettings | null {
    const { cause } = error as { cause?: unknown };
    if (!(cause instanceof MeilisearchApiError)) return null;
    const { status } = cause.response;
    if (status === 401 || status === 403)
      return wrongSetting(
        'MEILI_KEY',
        `the Meilisearch at ${this.host} refuses it (${reasonOf(cause)})`,
        error,
      );
    if (status < 500)
      return wrongSetting(
        'MEILI_URL',
        `what answers at ${this.host} is no Meilisearch (${status} at /version)`,
        error,
      );
    return null;
  }
}

/** The code of an answer that refuses, such as `index_not_found`. */
function codeOf(error: unknown): string | null {
  const cause = error instanceof MeilisearchApiError ? error : (error as { cause?: unknown } | null)?.cause;
  return cause instanceof MeilisearchApiError ? (cause.cause?.code ?? null) : null;
}

/** Whether the next question would fare no better: no answer, or one that says that the server is in trouble. */
function isOfServer(error: unknown): boolean {
  return !(error instanceof MeilisearchApiError) || error.response.status >= 500;
}

async function withinTime<Answer>(work: Promise<Answer>, ms: number): Promise<Answer> {
  const timer = new AbortController();
  const tooLate = sleep(ms, undefined, { ref: false, signal: timer.signal }).then(() => {
    throw new Error(`no answer within ${ms / 1000} s`);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    timer.abort();
    tooLate.catch(() => undefined);
  }
}
