import { Presets, SingleBar } from 'cli-progress';
import type { Progress } from './operation.js';

const PLAIN_LINE_EVERY_MS = 2000;

/** Shows progress on standard error: a bar on a terminal, a line now and then elsewhere. */
export class ProgressLine {
  private bar: SingleBar | null = null;
  private step = '';
  private lastLine = 0;

  /** @param quiet shows nothing, for programs that read the output */
  constructor(private readonly quiet = false) {}

  show(progress: Progress): void {
    if (this.quiet) return;
    if (process.stderr.isTTY) this.draw(progress);
    else this.print(progress);
  }

  end(): void {
    this.bar?.stop();
    this.bar = null;
  }

  private draw({ step, done, total }: Progress): void {
    if (!this.bar || step !== this.step) {
      this.end();
      this.step = step;
      const format = total
        ? `${step} {bar} {percentage}% {value}/{total} · {eta_formatted}`
        : `${step} {value}`;
      this.bar = new SingleBar({ format, stream: process.stderr, hideCursor: true }, Presets.shades_classic);
      this.bar.start(total ?? 0, done);
    }
    this.bar.update(done);
  }

  private print({ step, done, total }: Progress): void {
    const now = Date.now();
    const isNewStep = step !== this.step;
    if (!isNewStep && done !== total && now - this.lastLine < PLAIN_LINE_EVERY_MS) return;
    this.step = step;
    this.lastLine = now;
    console.error(total ? `${step}: ${done} of ${total}` : `${step}: ${done}`);
  }
}
