import { parentPort } from 'node:worker_threads';
import { EngineHost } from './engine-host.js';
import type { EngineCall, EngineReply } from './engine-thread.js';

/** The worker's side of `EngineThread`: hands each call to the engine and sends back what came of it. */
const host = new EngineHost();

parentPort?.on('message', (call: EngineCall) => {
  const method = host[call.method] as (...args: unknown[]) => Promise<unknown>;
  method.apply(host, call.args).then(
    (value) => reply({ id: call.id, value }),
    (error: unknown) => reply({ id: call.id, error }),
  );
});

function reply(message: EngineReply): void {
  parentPort?.postMessage(message);
}
