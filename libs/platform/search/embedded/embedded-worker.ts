import { parentPort } from 'node:worker_threads';
import { EngineHost } from './engine-host.js';
import type { EngineCall, EngineReply } from './engine-thread.js';
import { yieldToOthers } from './thread-priority.js';

/** The worker's side of `EngineThread`: hands each call to the engine and sends back what came of it. */
const host = new EngineHost();
yieldToOthers();

parentPort?.on('message', (call: EngineCall) => {
  const method = host[call.method] as (...args: unknown[]) => Promise<unknown>;
  method.apply(host, call.args).then(
    // An answer is hundreds of small objects: as one text it travels in a fraction of the time.
    (value) =>
      reply(call.method === 'search' ? { id: call.id, json: JSON.stringify(value) } : { id: call.id, value }),
    (error: unknown) => reply({ id: call.id, error }),
  );
});

function reply(message: EngineReply): void {
  parentPort?.postMessage(message);
}
