import { describe, expect, it, jest } from '@jest/globals';
import { InProcessBus } from '../bus/in-process-bus.js';
import { LiveServer } from './live-server.js';
import { Presence } from './presence.js';

const amina = { id: 'p1', name: 'Amina' };
const jose = { id: 'p2', name: 'José' };

describe('presence over several processes', () => {
  async function startProcesses() {
    const bus = new InProcessBus((error) => {
      throw error;
    });
    const processes = [new Presence(bus, new LiveServer()), new Presence(bus, new LiveServer())] as const;
    for (const process of processes) await process.onApplicationBootstrap();
    return processes;
  }

  it('counts a person once who is in a room through both, and every visitor', async () => {
    jest.useFakeTimers();
    const [first, second] = await startProcesses();
    first.enter('thread:t', 's1', amina);
    first.enter('thread:t', 's2', null);
    second.enter('thread:t', 's3', amina);
    second.enter('thread:t', 's4', jose);
    second.enter('thread:t', 's5', null);
    await jest.advanceTimersByTimeAsync(1000);
    for (const process of [first, second]) {
      const { count, people } = process.in('thread:t');
      expect({ count, ids: people.map(({ id }) => id).sort() }).toEqual({ count: 4, ids: ['p1', 'p2'] });
    }
    for (const socket of ['s3', 's4', 's5']) second.leave('thread:t', socket);
    await jest.advanceTimersByTimeAsync(1000);
    expect(first.in('thread:t')).toEqual({ count: 2, people: [amina] });
    second.onModuleDestroy();
    first.onModuleDestroy();
    jest.useRealTimers();
  });

  it('forgets a process that ended without a word', async () => {
    jest.useFakeTimers();
    const [first, second] = await startProcesses();
    first.enter('thread:t', 's1', amina);
    second.enter('thread:t', 's2', jose);
    await jest.advanceTimersByTimeAsync(1000);
    expect(first.in('thread:t').count).toBe(2);
    second.onModuleDestroy();
    await jest.advanceTimersByTimeAsync(150_000);
    expect(first.in('thread:t')).toEqual({ count: 1, people: [amina] });
    first.onModuleDestroy();
    jest.useRealTimers();
  });
});
