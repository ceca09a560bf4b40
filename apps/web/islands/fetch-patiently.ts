const RETRY_AFTER_MS = [1000, 3000, 10_000, 30_000];

/**
 * Asks again while no answer comes: an event is heard once, so what is not fetched for it would stay away.
 * @returns null when it never came
 */
export async function fetchPatiently(url: URL): Promise<Response | null> {
  for (const delay of [0, ...RETRY_AFTER_MS]) {
    if (delay > 0) await lineOrTime(delay);
    const response = await fetch(url).catch(() => null);
    if (response && response.status < 500 && response.status !== 429) return response;
  }
  return null;
}

/** Until the device is online again, at the latest when the time is over. */
function lineOrTime(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    addEventListener('online', done);
  });
}
