import { parentPort, workerData } from 'node:worker_threads';
import { beginLeanStart } from '../../memory/lean-start.js';
import type { SearchAnswer } from '../search-index.js';
import { EngineHost } from './engine-host.js';
import type { EngineCall, EngineReply } from './engine-thread.js';
import { yieldToOthers } from './thread-priority.js';

if ((workerData as { isLean: boolean }).isLean) beginLeanStart();

/** The worker's side of `EngineThread`: hands each call to the engine and sends back what came of it. */
const host = new EngineHost();
const waiting: EngineCall[] = [];

parentPort?.on('message', (call: EngineCall) => {
  if (waiting.push(call) === 1) setImmediate(takeNext);
});

/** One call a turn: a thousand would come one after the other otherwise, before writes and the disk get theirs. */
function takeNext(): void {
  const call = waiting.shift()!;
  if (waiting.length > 0) setImmediate(takeNext);
  const method = host[call.method] as (...args: unknown[]) => Promise<unknown>;
  method.apply(host, call.args).then(
    (value) => {
      if (call.method === 'open') yieldToOthers();
      reply(call.method === 'search' ? asTexts(call.id, value as SearchAnswer) : { id: call.id, value });
    },
    (error: unknown) => reply({ id: call.id, error }),
  );
}

/** An answer is hundreds of small objects: as text it travels in a fraction of the time, and mostly stays text. */
function asTexts(id: number, { hits, ...others }: SearchAnswer): EngineReply {
  return { id, answer: JSON.stringify(others), hits: { json: JSON.stringify(hits), count: hits.length } };
}

function reply(message: EngineReply): void {
  parentPort?.postMessage(message);
}
