import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { LiveGateway } from './live.gateway.js';
import { LiveAccess } from './live-access.js';
import { LiveHandshake } from './live-handshake.js';
import { LiveRoomRules } from './live-room-rules.js';
import { LiveServer } from './live-server.js';
import { Presence } from './presence.js';
import { RoomFeeds } from './room-feeds.js';
import { SocketLimits } from './socket-limits.js';
import { Typing } from './typing.js';

/** Events, presence and typing over sockets, for the rooms that have a `@LiveRoomRule`. */
@Module({
  imports: [DiscoveryModule],
  providers: [
    LiveAccess,
    LiveGateway,
    LiveServer,
    LiveHandshake,
    LiveRoomRules,
    RoomFeeds,
    Presence,
    SocketLimits,
    Typing,
  ],
})
export class RealtimeModule {}
