import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LiveClient } from '../api/live-client.js';
import { FaultServer, temporaryFolder } from './fault-server.js';
import { Member } from './member.js';

const WRITERS = 500;
const PEOPLE = 25;

describe(`${WRITERS} replies to one thread at once`, () => {
  const folder = temporaryFolder();
  let server: FaultServer;
  let members: Member[];
  let thread: string;
  let socket: LiveClient;
  let joinedAt: number;

  beforeAll(async () => {
    server = await FaultServer.start(folder.path);
    members = await Member.crowd(server.url, PEOPLE);
    thread = await members[0]!.startThread('Canals');
    socket = await members[0]!.listen();
    const joined = await socket.join(`thread:${thread}`);
    joinedAt = joined.ok ? joined.seq : -1;
  });

  afterAll(async () => {
    socket?.close();
    await server?.stop();
    folder.remove();
  });

  it('are all taken, without a conflict, each under a number of its own', async () => {
    const answers = await Promise.all(
      Array.from({ length: WRITERS }, (_, at) => members[at % PEOPLE]!.reply(thread, `Reply ${at}`)),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    const posts = await members[0]!.postsOf(thread);
    expect(posts.map(({ number }) => number)).toEqual(Array.from({ length: WRITERS + 1 }, (_, at) => at + 1));
    for (const { body } of answers)
      expect(posts[body.number - 1]).toMatchObject({ id: body.id, body: body.body });
  });

  it('are told to those in the room once, in order, without a gap', async () => {
    const events = await socket.eventsUntil(`thread:${thread}`, joinedAt + WRITERS);
    expect(events.map(({ seq }) => seq)).toEqual(
      Array.from({ length: WRITERS }, (_, at) => joinedAt + at + 1),
    );
    const posts = await members[0]!.postsOf(thread);
    expect(events.map(({ data }) => data.postId)).toEqual(posts.slice(1).map(({ id }) => id));
  });
});
