/**
 * Counts down the current step by the clock of the server, so that all see the same whatever their own clock shows:
 * `<div class="clock" data-ends="…" data-now="…"><span role="timer"></span><span data-left/><span data-over/></div>`.
 * `data-now` is what the server's clock showed as it drew this.
 */
export class StepClock {
  private timer = 0;
  /** How far the server's clock is ahead of this one, in milliseconds. */
  private ahead = 0;
  private readonly digits = new Intl.NumberFormat(document.documentElement.lang, {
    minimumIntegerDigits: 2,
    useGrouping: false,
  });

  constructor(private readonly root: HTMLElement) {}

  start(): void {
    const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    this.drawn(performance.timeOrigin + (page?.responseStart ?? performance.now()));
    this.timer = window.setInterval(() => this.show(), 1000);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** @param at when the answer came that holds the clock, by this device's own */
  drawn(at: number): void {
    const now = this.root.querySelector<HTMLElement>('[data-now]')?.dataset.now;
    if (now) this.ahead = Date.parse(now) - at;
    this.show();
  }

  private show(): void {
    const clock = this.root.querySelector<HTMLElement>('[data-ends]');
    const face = clock?.querySelector('[role=timer]');
    if (!clock || !face) return;
    const left = Date.parse(clock.dataset.ends ?? '') - Date.now() - this.ahead;
    const seconds = Math.floor(Math.abs(left) / 1000);
    const hours = Math.floor(seconds / 3600);
    face.textContent = [...(hours > 0 ? [hours] : []), Math.floor(seconds / 60) % 60, seconds % 60]
      .map((part) => this.digits.format(part))
      .join(':');
    clock.classList.toggle('is-over', left < 0);
    clock.querySelector('[data-left]')?.toggleAttribute('hidden', left < 0);
    clock.querySelector('[data-over]')?.toggleAttribute('hidden', left >= 0);
  }
}
