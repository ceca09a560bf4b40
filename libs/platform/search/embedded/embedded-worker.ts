import { parentPort } from 'node:worker_threads';
import type { SearchAnswer } from '../search-index.js';
import { EngineHost } from './engine-host.js';
import type { EngineCall, EngineReply } from './engine-thread.js';
import { yieldToOthers } from './thread-priority.js';

/** The worker's side of `EngineThread`: hands each call to the engine and sends back what came of it. */
const host = new EngineHost();
yieldToOthers();

parentPort?.on('message', (call: EngineCall) => {
  const method = host[call.method] as (...args: unknown[]) => Promise<unknown>;
  method.apply(host, call.args).then(
    (value) =>
      reply(call.method === 'search' ? asTexts(call.id, value as SearchAnswer) : { id: call.id, value }),
    (error: unknown) => reply({ id: call.id, error }),
  );
});

/** An answer is hundreds of small objects: as text it travels in a fraction of the time, and mostly stays text. */
function asTexts(id: number, { hits, ...others }: SearchAnswer): EngineReply {
  return { id, answer: JSON.stringify(others), hits: { json: JSON.stringify(hits), count: hits.length } };
}

function reply(message: EngineReply): void {
  parentPort?.postMessage(message);
}
