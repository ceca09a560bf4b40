import { parentPort } from 'node:worker_threads';
import type { DrawCall, DrawReply } from './draw-aside.js';
import { renderMarkdown } from './markdown.js';

/** The worker's side of `drawAside`. */
parentPort?.on('message', ({ id, text }: DrawCall) => {
  parentPort?.postMessage({ id, html: renderMarkdown(text) } satisfies DrawReply);
});
