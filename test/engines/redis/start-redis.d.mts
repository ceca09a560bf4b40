/**
 * Starts an empty Redis on a free port; its data goes away when it is stopped.
 * @param atPort a port that is free, instead of any
 * @param settings arguments of the server, such as a password
 */
export function startRedis(
  atPort?: number,
  settings?: string[],
): Promise<{ url: string; pid: number; port: number; stop(): Promise<void> }>;
