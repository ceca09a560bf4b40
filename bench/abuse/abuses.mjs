import { TEXT_BOMBS } from './text-bombs.mjs';

const NAMESPACE = '/live';
const SOCKETS = 2000;
const UPGRADE = [
  'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
  'Host: minga',
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  '\r\n',
].join('\r\n');

const form = (fields) => ({
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: new URLSearchParams(fields).toString(),
});
const json = (path, body) => ({
  method: 'POST',
  path,
  headers: { 'content-type': 'application/json' },
  body,
});
const turn = (list, at) => list[at % list.length];

const LARGE = [
  `{"body":"${'x'.repeat(2 * 1024 * 1024)}"}`,
  '['.repeat(400_000) + ']'.repeat(400_000),
  `{"about":${'{"a":'.repeat(100_000)}`,
];
const TERMS = ['a', 'ab ', '"', 'x* OR ', 'é', 'water ', 'q'].map((word) => {
  return encodeURIComponent(word.repeat(10_000).slice(0, 10_000)).slice(0, 12_000);
});
const SEARCHES = ['/api/v1/search', '/api/v1/search/suggestions', '/api/v1/entities', '/search'];
const HUBS = ['country:PER', 'country:KEN', 'sdg:6', 'sdg:13', 'country:IND', 'country:BRA'];

/**
 * What one client does to a server, by name. Each goes on until it is told to stop; each asks as a person of its own, so
 * that the limits on one do not shield the next.
 * @type {Record<string, { title: string, run(abuser: import('./abuser.mjs').Abuser): Promise<void> }>}
 */
export const ABUSES = {
  slow: {
    title: '200 requests that come a letter at a time',
    run: (abuser) => abuser.keepOpen(200, drip),
  },
  bodies: {
    title: 'bodies of 2 MiB and of 400,000 brackets',
    run: (abuser) => abuser.hammer(2, (at) => json('/api/v1/threads', turn(LARGE, at)), 1),
  },
  terms: {
    title: 'search terms of 10,000 letters',
    run: (abuser) => abuser.hammer(4, (at) => ({ path: `${turn(SEARCHES, at)}?q=${turn(TERMS, at)}` }), 2),
  },
  texts: {
    title: 'texts made to keep a reader of Markdown busy',
    run: (abuser) =>
      abuser.hammer(2, (at) => ({ path: '/preview', ...form({ body: turn(TEXT_BOMBS, at) }) }), 3),
  },
  paths: {
    title: 'ways between hubs',
    run: (abuser) =>
      abuser.hammer(
        30,
        (at) => ({ path: `/api/v1/graph/path?from=${turn(HUBS, at)}&to=${turn(HUBS, at * 5 + 1)}` }),
        4,
      ),
  },
  replies: {
    title: 'a thread of replies each to the one before',
    run: (abuser) =>
      abuser.hammer(
        4,
        (at) => ({
          path: turn(
            [
              `/threads/${abuser.world.ladder.id}?post=${abuser.world.ladder.posts - (at % 900)}`,
              `/api/v1/threads/${abuser.world.ladder.id}/posts?cursor=${1 + (at % abuser.world.ladder.posts)}`,
            ],
            at,
          ),
        }),
        6,
      ),
  },
  often: {
    title: 'searching, writing and signing in without a pause',
    run: (abuser) =>
      abuser.hammer(
        10,
        (at) =>
          turn(
            [
              { path: '/api/v1/search?q=water' },
              json(`/api/v1/threads/${abuser.world.open[0]}/posts`, '{"body":"Again."}'),
              json('/api/v1/auth/login', '{"email":"a@example.org","password":"not this one"}'),
            ],
            at,
          ),
        5,
      ),
  },
  sockets: {
    title: '2,000 sockets from one address',
    run: async (abuser) => {
      for (let count = 0; count < SOCKETS && abuser.goesOn; count++) await openLive(abuser);
      await abuser.stopped();
    },
  },
  flood: {
    title: 'messages without a pause over 20 sockets',
    run: (abuser) => abuser.keepOpen(20, flood),
  },
  frames: {
    title: 'messages of 1 MiB over 20 sockets',
    run: (abuser) => abuser.keepOpen(20, (socket) => enterAnd(socket, () => socket.write(GIANT))),
  },
};

function drip(socket, at) {
  const head = 'POST /api/v1/auth/login HTTP/1.1\r\nHost: minga\r\n';
  const rest = 'Content-Type: application/json\r\nContent-Length: 100000\r\n\r\n{"email":"';
  socket.write(at % 2 === 0 ? head + rest : head);
  const timer = setInterval(() => socket.write('x'), 100);
  socket.once('close', () => clearInterval(timer));
}

/** Resolves when the connection has entered, or was refused. */
async function openLive(abuser) {
  const socket = abuser.open();
  socket.once('connect', () => socket.write(UPGRADE));
  await new Promise((resolve) => {
    socket.once('data', resolve);
    socket.once('close', resolve);
  });
  // Whoever only connects is sent away after a while; these stay.
  if (!socket.destroyed) socket.write(frame(Buffer.from(`40${NAMESPACE},`)));
}

function flood(socket) {
  const message = frame(Buffer.from(`42${NAMESPACE},["leave",{"room":"thread:nothing-here"}]`));
  const burst = Buffer.concat(Array.from({ length: 50 }, () => message));
  enterAnd(socket, () => {
    const timer = setInterval(() => socket.write(burst), 5);
    socket.once('close', () => clearInterval(timer));
  });
}

function enterAnd(socket, then) {
  socket.write(UPGRADE);
  socket.once('data', () => socket.write(frame(Buffer.from(`40${NAMESPACE},`))));
  let text = '';
  const listen = (data) => {
    text += data.toString('latin1');
    if (!text.includes(`40${NAMESPACE}`)) return;
    socket.off('data', listen);
    then();
  };
  socket.on('data', listen);
}

/** A masked frame, as clients send it. */
function frame(payload) {
  const { length } = payload;
  const head = length < 126 ? Buffer.from([0x81, 0x80 | length, 0, 0, 0, 0]) : Buffer.alloc(14);
  if (length >= 126) {
    head.set([0x81, 0xff]);
    head.writeBigUInt64BE(BigInt(length), 2);
  }
  return Buffer.concat([head, payload]);
}

const GIANT = frame(Buffer.from(`42${NAMESPACE},["leave",{"room":"${'x'.repeat(1024 * 1024)}"}]`));
