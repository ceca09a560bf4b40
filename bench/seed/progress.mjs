import cliProgress from 'cli-progress';

const LINE_EVERY_MS = 3000;

/** A bar on a terminal, a line now and then elsewhere; on standard error, as results go to standard output. */
export function progressBar(name, total) {
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  if (!process.stderr.isTTY) return plainLines(name, total, seconds);
  const bar = new cliProgress.SingleBar(
    {
      format: `${name} {bar} {percentage}% {value}/{total} · {eta_formatted}`,
      stream: process.stderr,
      hideCursor: true,
    },
    cliProgress.Presets.shades_classic,
  );
  bar.start(total, 0);
  return {
    to: (done) => bar.update(done),
    end(note = '') {
      bar.update(bar.getTotal());
      bar.stop();
      if (note) console.error(note);
    },
  };
}

function plainLines(name, total, seconds) {
  let last = performance.now();
  return {
    to(done) {
      if (performance.now() - last < LINE_EVERY_MS) return;
      last = performance.now();
      console.error(`${name}: ${done} of ${total}`);
    },
    end: (note = '') =>
      console.error(`${name}: ${total} in ${seconds().toFixed(1)} s${note ? ` · ${note}` : ''}`),
  };
}
