import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import type { Bus, BusErrorListener, BusMessage } from '../../../libs/platform/bus/bus.js';
import { InProcessBus } from '../../../libs/platform/bus/in-process-bus.js';
import { RedisBus } from '../../../libs/platform/bus/redis-bus.js';
import { startRedis } from '../redis/start-redis.mjs';
import { describeWithEngine } from '../require-engine.js';

/** A handler that keeps what it heard and can be waited for. */
function listen() {
  const heard: BusMessage[] = [];
  let wake = () => {};
  return {
    heard,
    handler: (message: BusMessage) => {
      heard.push(message);
      wake();
    },
    async until(last: BusMessage): Promise<BusMessage[]> {
      while (!heard.some((message) => JSON.stringify(message) === JSON.stringify(last))) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return heard;
    },
  };
}

const ignoreErrors: BusErrorListener = () => {};

function describeBus(openBus: (onError?: BusErrorListener) => Promise<Bus>) {
  const open: Bus[] = [];
  const opened = async (onError?: BusErrorListener) => {
    const bus = await openBus(onError);
    open.push(bus);
    return bus;
  };

  afterEach(async () => {
    await Promise.all(open.splice(0).map((bus) => bus.close()));
  });

  it('delivers the messages of a channel in the order of publication', async () => {
    const bus = await opened();
    const listener = listen();
    await bus.subscribe('order', listener.handler);
    for (let n = 1; n <= 300; n++) await bus.publish('order', n);
    expect(await listener.until(300)).toEqual(Array.from({ length: 300 }, (_, position) => position + 1));
  });

  it('waits for a slow handler before it hands over the next message', async () => {
    const bus = await opened();
    const listener = listen();
    let running = 0;
    const overlaps: number[] = [];
    await bus.subscribe('slow', async (message) => {
      running += 1;
      overlaps.push(running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      listener.handler(message);
    });
    for (let n = 1; n <= 20; n++) await bus.publish('slow', n);
    await listener.until(20);
    expect(overlaps).toEqual(Array(20).fill(1));
  });

  it('tells every subscriber of the channel and nobody else', async () => {
    const bus = await opened();
    const [first, second, elsewhere] = [listen(), listen(), listen()];
    await bus.subscribe('fan-out', first.handler);
    await bus.subscribe('fan-out', second.handler);
    await bus.subscribe('elsewhere', elsewhere.handler);
    await bus.publish('fan-out', 'a');
    await bus.publish('fan-out', 'b');
    await bus.publish('elsewhere', 'end');
    expect(await first.until('b')).toEqual(['a', 'b']);
    expect(await second.until('b')).toEqual(['a', 'b']);
    expect(await elsewhere.until('end')).toEqual(['end']);
  });

  it('hands over any JSON value, which no subscriber can change for the others', async () => {
    const bus = await opened();
    const [first, second] = [listen(), listen()];
    const message = {
      room: 'thread:1',
      seq: 7,
      data: { title: 'Agua – 水 – ماء', tags: ['a', null, 1.5, true] },
    };
    await bus.subscribe('values', (received) => {
      const value = received as { room?: string; data?: { tags: unknown[] } };
      const attempts = [() => (value.room = 'changed'), () => value.data?.tags.push('more')];
      const refused = attempts.filter((attempt) => {
        try {
          attempt();
          return false;
        } catch {
          return true;
        }
      });
      first.handler(refused.length);
    });
    await bus.subscribe('values', second.handler);
    await bus.publish('values', message);
    await bus.publish('values', 'end');
    expect(await second.until('end')).toEqual([message, 'end']);
    expect(await first.until(1)).toEqual([2, 1]);
  });

  it('does not repeat what was published before the subscription', async () => {
    const bus = await opened();
    await bus.publish('late', 'before');
    const listener = listen();
    await bus.subscribe('late', listener.handler);
    await bus.publish('late', 'after');
    expect(await listener.until('after')).toEqual(['after']);
  });

  it('stops calling a handler whose subscription has ended, and goes on with the others', async () => {
    const bus = await opened();
    const [leaving, staying] = [listen(), listen()];
    const leave = await bus.subscribe('leave', leaving.handler);
    await bus.subscribe('leave', staying.handler);
    await bus.publish('leave', 1);
    await leaving.until(1);
    await leave();
    await bus.publish('leave', 2);
    await staying.until(2);
    expect(leaving.heard).toEqual([1]);
  });

  it('hears a channel again after everybody had left it', async () => {
    const bus = await opened();
    const leave = await bus.subscribe('again', listen().handler);
    await leave();
    await bus.publish('again', 'unheard');
    const listener = listen();
    await bus.subscribe('again', listener.handler);
    await bus.publish('again', 'heard');
    expect(await listener.until('heard')).toEqual(['heard']);
  });

  it('reports a handler that throws and hands over the next message', async () => {
    const reports: unknown[] = [];
    const bus = await opened((error, channel) => reports.push([channel, (error as Error).message]));
    const listener = listen();
    await bus.subscribe('faulty', (message) => {
      if (message === 1) throw new Error('cannot handle 1');
      listener.handler(message);
    });
    await bus.publish('faulty', 1);
    await bus.publish('faulty', 2);
    expect(await listener.until(2)).toEqual([2]);
    expect(reports).toEqual([['faulty', 'cannot handle 1']]);
  });
}

describe('the bus within one process', () => {
  describeBus(async (onError = ignoreErrors) => new InProcessBus(onError));
});

describeWithEngine('redis', 'the bus on Redis', () => {
  let redis: Awaited<ReturnType<typeof startRedis>>;

  beforeAll(async () => {
    redis = await startRedis();
  });

  afterAll(() => redis?.stop());

  describeBus((onError = ignoreErrors) => RedisBus.open(redis.url, onError));

  it('carries messages between processes', async () => {
    const [here, there] = [
      await RedisBus.open(redis.url, ignoreErrors),
      await RedisBus.open(redis.url, ignoreErrors),
    ];
    const [own, other] = [listen(), listen()];
    await here.subscribe('between', own.handler);
    await there.subscribe('between', other.handler);
    await here.publish('between', 'hello');
    expect(await own.until('hello')).toEqual(['hello']);
    expect(await other.until('hello')).toEqual(['hello']);
    await Promise.all([here.close(), there.close()]);
  });

  it('loses nothing and keeps the order when connections are cut', async () => {
    const sender = await RedisBus.open(redis.url, ignoreErrors);
    const receiver = await RedisBus.open(redis.url, ignoreErrors);
    const admin = new Redis(redis.url);
    const listener = listen();
    await receiver.subscribe('cut', listener.handler);
    for (let n = 1; n <= 200; n++) {
      await sender.publish('cut', n);
      if (n % 50 === 0) await admin.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
    }
    await listener.until(200);
    // A message whose acknowledgement was lost is sent again: repeats are allowed, gaps are not.
    expect([...new Set(listener.heard)]).toEqual(Array.from({ length: 200 }, (_, position) => position + 1));
    await Promise.all([sender.close(), receiver.close()]);
    admin.disconnect();
  }, 30_000);

  it('says that the bus is unavailable when no Redis answers', async () => {
    const opening = RedisBus.open('redis://127.0.0.1:1', ignoreErrors);
    await expect(opening).rejects.toMatchObject({ code: 'bus/unavailable' });
  });
});
