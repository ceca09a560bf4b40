/**
 * Starts an empty Redis on a free port; its data goes away when it is stopped.
 * @param atPort a port that is free, instead of any
 */
export function startRedis(
  atPort?: number,
): Promise<{ url: string; pid: number; port: number; stop(): Promise<void> }>;
