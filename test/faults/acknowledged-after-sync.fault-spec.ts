import { afterAll, expect, it } from '@jest/globals';
import { FaultServer, temporaryFolder } from './fault-server.js';
import { Member } from './member.js';
import { describeWhere } from './needs.js';
import { Tracing } from './tracing.js';

const REPLIES = 8;

/** Positions in the order of the calls: the write to the log, the end of the sync after it, the answer. */
interface Steps {
  written: number;
  synced: number;
  answered: number;
}

describeWhere('strace', 'what the system sees of a write', () => {
  const folder = temporaryFolder();
  afterAll(() => folder.remove());

  const stepsOfReplies = async (durability: 'full' | 'relaxed'): Promise<Steps[]> => {
    const server = await FaultServer.start(`${folder.path}/${durability}`, {
      settings: { DURABILITY: durability, UV_USE_IO_URING: '0' },
    });
    try {
      const amina = await Member.join(server.url, 'Amina');
      const thread = await amina.startThread('Canals');
      const tracing = await Tracing.attach(server, ['-e', 'trace=write,writev,fdatasync']);
      const marks = Array.from({ length: REPLIES }, (_, at) => `mark-${at}-of-this-reply`);
      for (const mark of marks) expect((await amina.reply(thread, mark)).status).toBe(201);
      const calls = await tracing.detach();
      return marks.map((mark) => stepsOf(mark, calls));
    } finally {
      await server.stop();
    }
  };

  it('is acknowledged only after its sync', async () => {
    for (const { written, synced, answered } of await stepsOfReplies('full')) {
      expect(written).toBeGreaterThanOrEqual(0);
      expect(synced).toBeGreaterThan(written);
      expect(answered).toBeGreaterThan(synced);
    }
  });

  it('is acknowledged before it where durability is relaxed', async () => {
    const steps = await stepsOfReplies('relaxed');
    for (const { written, answered } of steps) expect(answered).toBeGreaterThan(written);
    // A sync in the background may by chance end just before one of the answers.
    const early = steps.filter(({ synced, answered }) => answered < synced);
    expect(early.length).toBeGreaterThan(REPLIES / 2);
  });
});

function stepsOf(mark: string, calls: string[]): Steps {
  const written = calls.findIndex((call) => /write\(\d+<[^>]*\.wal\//.test(call) && call.includes(mark));
  const answered = calls.findIndex((call) => call.includes('HTTP/1.1 201') && call.includes(mark));
  return { written, synced: endOfSyncAfter(written, calls), answered };
}

/** Where the first sync of the log ends that began after this call; beyond everything when none did. */
function endOfSyncAfter(position: number, calls: string[]): number {
  const begun = calls.findIndex((call, at) => at > position && /fdatasync\(\d+<[^>]*\.wal\//.test(call));
  if (begun < 0) return Number.POSITIVE_INFINITY;
  if (!calls[begun]?.includes('<unfinished')) return begun;
  const thread = calls[begun]?.split(' ')[0];
  const ended = calls.findIndex(
    (call, at) => at > begun && call.startsWith(`${thread} `) && call.includes('fdatasync resumed'),
  );
  return ended < 0 ? Number.POSITIVE_INFINITY : ended;
}
