import { Logger } from '@nestjs/common';
import {
  ConnectedSocket,
  MessageBody,
  type OnGatewayConnection,
  type OnGatewayDisconnect,
  type OnGatewayInit,
  SubscribeMessage,
  WebSocketGateway,
} from '@nestjs/websockets';
import { isSignedIn } from '../access/actor.js';
import { DomainError, notFound } from '../errors/domain-error.js';
import { parseInput } from '../http/parse-input.js';
import { LIMITS } from '../limits.js';
import {
  type JoinAnswer,
  type Joined,
  LIVE_NAMESPACE,
  type PlainAnswer,
  type Refused,
} from './live-events.js';
import { LiveHandshake } from './live-handshake.js';
import { joinPayload, roomPayload } from './live-payloads.js';
import { LiveRoomRules } from './live-room-rules.js';
import { type LiveNamespace, LiveServer, type LiveSocket, peopleRoom } from './live-server.js';
import { limitMessages } from './message-limit.js';
import { Presence } from './presence.js';
import { RoomFeeds } from './room-feeds.js';
import { Typing } from './typing.js';

const { rooms: MAX_ROOMS, frameBytes, joinWithinMs } = LIMITS.sockets;

/** What clients may ask of the live connection. Every message is answered, and none can break the connection. */
@WebSocketGateway({
  namespace: LIVE_NAMESPACE,
  serveClient: false,
  maxHttpBufferSize: frameBytes,
  connectTimeout: joinWithinMs,
})
export class LiveGateway implements OnGatewayInit, OnGatewayConnection, OnGatewayDisconnect {
  private readonly logger = new Logger('live');

  constructor(
    private readonly live: LiveServer,
    private readonly handshake: LiveHandshake,
    private readonly rules: LiveRoomRules,
    private readonly feeds: RoomFeeds,
    private readonly presence: Presence,
    private readonly typists: Typing,
  ) {}

  afterInit(namespace: LiveNamespace): void {
    this.live.attach(namespace);
    this.handshake.guard(namespace.server.engine);
    namespace.use((socket, next) => {
      this.handshake.identify(socket.handshake).then(
        (actor) => {
          socket.data = { actor, rooms: new Set(), work: Promise.resolve() };
          next();
        },
        (error: unknown) => next(Object.assign(new Error('refused'), { data: { code: this.codeOf(error) } })),
      );
    });
  }

  handleConnection(socket: LiveSocket): void {
    limitMessages(socket);
  }

  handleDisconnect(socket: LiveSocket): void {
    void this.inTurn(socket, async () => {
      for (const room of socket.data.rooms) this.exit(socket, room);
    });
  }

  @SubscribeMessage('join')
  join(@ConnectedSocket() socket: LiveSocket, @MessageBody() message: unknown): Promise<JoinAnswer> {
    return this.answer(() => {
      const { room, since } = parseInput(joinPayload, message);
      return this.inTurn(socket, () => this.enter(socket, room, since));
    });
  }

  @SubscribeMessage('leave')
  leave(@ConnectedSocket() socket: LiveSocket, @MessageBody() message: unknown): Promise<PlainAnswer> {
    return this.answer(() => {
      const { room } = parseInput(roomPayload, message);
      return this.inTurn(socket, async () => {
        this.exit(socket, room);
        return { ok: true as const };
      });
    });
  }

  @SubscribeMessage('typing')
  typing(@ConnectedSocket() socket: LiveSocket, @MessageBody() message: unknown): Promise<PlainAnswer> {
    return this.answer(async () => {
      const { room } = parseInput(roomPayload, message);
      const { actor, rooms } = socket.data;
      if (!isSignedIn(actor)) throw new DomainError('unauthenticated', 'access/sign-in-required');
      if (!rooms.has(room)) throw notFound('room');
      await this.typists.say(room, actor);
      return { ok: true };
    });
  }

  private async enter(socket: LiveSocket, room: string, since: number | undefined): Promise<Joined> {
    const { actor, rooms } = socket.data;
    if (rooms.size >= MAX_ROOMS && !rooms.has(room)) {
      throw new DomainError('too-many', 'realtime/too-many-rooms', { maximum: MAX_ROOMS });
    }
    await this.rules.requireEntry(actor, room);
    this.exit(socket, room);
    const seq = await this.feeds.admit(socket, room, since);
    rooms.add(room);
    const person = isSignedIn(actor) ? { id: actor.id, name: actor.name } : null;
    this.presence.enter(room, socket.id, person);
    const sees = await this.rules.seesPeople(actor, room);
    if (sees && socket.connected) void socket.join(peopleRoom(room));
    const { count, people } = this.presence.in(room);
    return { ok: true, seq, you: actor.id, count, present: sees ? people : [] };
  }

  private exit(socket: LiveSocket, room: string): void {
    if (!socket.data.rooms.delete(room)) return;
    void socket.leave(room);
    void socket.leave(peopleRoom(room));
    this.feeds.release(room);
    this.presence.leave(room, socket.id);
  }

  /** Entering and leaving rooms of one socket must not overlap. */
  private inTurn<Result>(socket: LiveSocket, work: () => Promise<Result>): Promise<Result> {
    const turn = socket.data.work.then(work);
    socket.data.work = turn.catch(() => {});
    return turn;
  }

  private async answer<Answer>(work: () => Promise<Answer>): Promise<Answer | Refused> {
    try {
      return await work();
    } catch (error) {
      return { ok: false, error: { code: this.codeOf(error) } };
    }
  }

  private codeOf(error: unknown): string {
    if (error instanceof DomainError) return error.code;
    this.logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return 'platform/internal';
  }
}
