import { expect } from '@jest/globals';
import type { AnyEvent } from '../../libs/platform/events/event.js';
import { LiveClient } from './live-client.js';
import type { TestClient } from './test-server.js';

export interface InSync<State extends { seq: number }> {
  client: TestClient;
  /** The live room, for example `thread:ID`. */
  room: string;
  /** Fetches everything afresh; `seq` is the number of the last event in it. */
  fetch: () => Promise<State>;
  /** What a client makes of an event. It may leave `seq` alone. */
  reduce: (state: State, event: AnyEvent) => State;
  action: () => Promise<unknown>;
}

/**
 * Holds a room to its promise: what a client had before, with the events that it heard, is what a fresh fetch shows.
 * A change without its event, or an event with too little in it, fails here.
 */
export async function expectClientInSync<State extends { seq: number }>({
  client,
  room,
  fetch,
  reduce,
  action,
}: InSync<State>): Promise<void> {
  const before = await fetch();
  const live = await LiveClient.connect(client);
  try {
    const joined = await live.join(room, before.seq);
    expect(joined).toMatchObject({ ok: true });
    await action();
    const after = await fetch();
    if (after.seq > before.seq) await live.eventsUntil(room, after.seq);
    const heard = live.received.event.filter((event) => event.room === room);
    const kept = heard.reduce((state, event) => ({ ...reduce(state, event), seq: event.seq }), before);
    expect(kept).toEqual(after);
  } finally {
    live.close();
  }
}
