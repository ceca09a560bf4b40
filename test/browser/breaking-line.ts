import type { BrowserContext, WebSocketRoute } from 'playwright-core';

/** The connection of one guest, as it is in a tunnel: it breaks, nothing gets through, and then it is back. */
export class BreakingLine {
  private readonly sockets: WebSocketRoute[] = [];

  private constructor(private readonly context: BrowserContext) {}

  /** Must be laid before the page is opened. */
  static async lay(context: BrowserContext): Promise<BreakingLine> {
    const line = new BreakingLine(context);
    await context.routeWebSocket(/\/socket\.io\//, (socket) => {
      line.sockets.push(socket, socket.connectToServer());
    });
    return line;
  }

  async break(): Promise<void> {
    await this.context.setOffline(true);
    // A browser that is set offline holds open sockets still instead of closing them.
    await Promise.all(this.sockets.splice(0).map((socket) => socket.close()));
  }

  async mend(): Promise<void> {
    await this.context.setOffline(false);
  }
}
