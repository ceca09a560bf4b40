import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { renderMarkdown } from './markdown.js';

export interface DrawCall {
  id: number;
  text: string;
}

export interface DrawReply {
  id: number;
  html: string;
}

/** Shorter texts are drawn sooner than a thread is told of them. */
const LONG = 2000;
/** A thread that nobody needs is ended: it holds memory. */
const IDLE_MS = 60_000;

// Only built code can run in a worker: from its sources Minga draws in the one thread.
const FILE = new URL('./markdown-worker.js', import.meta.url);

/** Draws texts in a thread of its own, so that a long one that is only looked at holds up nobody's request. */
class DrawingThread {
  private readonly worker = new Worker(FILE);
  private readonly waiting = new Map<number, { resolve(html: string): void; reject(error: Error): void }>();
  private lastId = 0;
  private idle: NodeJS.Timeout | undefined;

  constructor(private readonly whenGone: () => void) {
    // It is no reason for the process to stay.
    this.worker.unref();
    this.worker.on('message', ({ id, html }: DrawReply) => this.settle(id, html));
    this.worker.on('error', () => undefined);
    this.worker.on('exit', () => this.fail());
  }

  draw(text: string): Promise<string> {
    clearTimeout(this.idle);
    return new Promise((resolve, reject) => {
      const id = ++this.lastId;
      this.waiting.set(id, { resolve, reject });
      this.worker.postMessage({ id, text } satisfies DrawCall);
    });
  }

  private settle(id: number, html: string): void {
    this.waiting.get(id)?.resolve(html);
    this.waiting.delete(id);
    if (this.waiting.size > 0) return;
    this.idle = setTimeout(() => void this.worker.terminate(), IDLE_MS).unref();
  }

  private fail(): void {
    this.whenGone();
    for (const { reject } of this.waiting.values()) reject(new Error('the drawing thread has ended'));
    this.waiting.clear();
  }
}

let thread: DrawingThread | null = null;
const canThread = existsSync(fileURLToPath(FILE));

/** HTML of a text that is not kept, as {@link renderMarkdown} makes it; a long one is drawn in a thread of its own. */
export async function drawAside(text: string): Promise<string> {
  if (!canThread || text.length < LONG) return renderMarkdown(text);
  thread ??= new DrawingThread(() => {
    thread = null;
  });
  return thread.draw(text);
}
