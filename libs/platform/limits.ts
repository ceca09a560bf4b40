const SECOND_MS = 1000;
const MINUTE = 60;
const HOUR = 60 * MINUTE;
const KIB = 1024;

/**
 * What one client may ask of the server, in one place; `docs/limits.md` says what each refusal looks like. The number of
 * sockets from one address and the time for a request can be set (`config.ts`).
 */
export const LIMITS = {
  http: {
    /** The largest body of a request; texts end far below it. */
    bodyBytes: 1024 * KIB,
    /** Deepest nesting of a body in JSON; no form of ours is nested deeper than six times. */
    jsonDepth: 32,
    /** Headers come in one piece from whoever means it: a part of the time that the whole request has. */
    headersPart: 1 / 3,
    /** How often connections are looked through for those that are late. */
    lookEveryMs: 2 * SECOND_MS,
    /** A connection on which nothing is asked is closed. */
    idleMs: 65 * SECOND_MS,
  },
  /**
   * Times within so many seconds, for one person, and for one address where nobody is signed in: a training room or an
   * office shares one. Wrong passwords are counted apart and more narrowly (`identity/sign-in/attempt-limit.ts`).
   */
  work: {
    'sign-in': { seconds: MINUTE, person: 30, address: 300 },
    register: { seconds: HOUR, person: 30, address: 300 },
    'mail-link': { seconds: HOUR, person: 30, address: 120 },
    write: { seconds: MINUTE, person: 60, address: 600 },
    search: { seconds: MINUTE, person: 240, address: 1200 },
  },
  sockets: {
    /** The largest message that a client may send. */
    frameBytes: 64 * KIB,
    /** A connection must ask for the live namespace by then. */
    joinWithinMs: 10 * SECOND_MS,
    rooms: 50,
    /** Messages in the long run; as many at once as a client needs to enter all its rooms again. */
    messagesPerSecond: 3,
    messagesAtOnce: 60,
    /** Who goes on after so many refusals is cut off. */
    refusals: 60,
    /** A client that leaves more than this unread is cut off; it comes back and gets what it missed. */
    unreadBytes: 1024 * KIB,
    lookEveryMs: SECOND_MS,
    /** Seconds after which a refused address may try again. */
    retryAfter: 10,
  },
} as const;
