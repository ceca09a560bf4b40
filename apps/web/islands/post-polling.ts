const EVERY_MS = 20_000;

/** Asks now and then for posts that came, for readers who save data and lines that carry no socket. */
export class PostPolling {
  private timer = 0;

  /** @param arrived is told the numbers of new posts */
  constructor(
    private readonly url: string,
    private readonly lastNumber: () => number,
    private readonly arrived: (numbers: number[]) => void,
  ) {}

  start(): void {
    if (this.timer) return;
    this.timer = window.setInterval(() => void this.ask(), EVERY_MS);
  }

  stop(): void {
    clearInterval(this.timer);
    this.timer = 0;
  }

  async ask(): Promise<void> {
    if (document.hidden || !navigator.onLine) return;
    try {
      const response = await fetch(`${this.url}?cursor=${this.lastNumber()}`);
      if (!response.ok) return;
      const { items } = (await response.json()) as { items: { number: number }[] };
      if (items.length > 0) this.arrived(items.map(({ number }) => number));
    } catch {
      // No connection: the next round asks again.
    }
  }
}
