/** Loaded before the server by a test: on SIGUSR2 the clock of this process goes back by an hour. */
const HOUR_MS = 3_600_000;
const RealDate = Date;
let shift = 0;
process.on('SIGUSR2', () => {
  shift -= HOUR_MS;
});
globalThis.Date = class extends RealDate {
  constructor(...parts) {
    if (parts.length === 0) super(RealDate.now() + shift);
    else super(...parts);
  }

  static now() {
    return RealDate.now() + shift;
  }
};
