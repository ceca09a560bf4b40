import type { Socket } from 'socket.io';

/** So long a client has to take its leave. */
const LEAVE_MS = 1000;

/**
 * Closes the connection of a socket. A client that does not answer the closing, but goes on to send, is cut: whatever it
 * sends would be read for as long as half a minute.
 */
export function cutConnection({ conn }: Pick<Socket, 'conn'>): void {
  const { socket } = conn.request;
  conn.close();
  setTimeout(() => {
    // By polling the connection may serve other requests by now; those have nothing left to send here.
    if (conn.transport.name === 'websocket') socket.destroy();
  }, LEAVE_MS).unref();
}
