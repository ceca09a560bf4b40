/** Starts an empty Redis on a free port; its data goes away when it is stopped. */
export function startRedis(): Promise<{ url: string; pid: number; stop(): Promise<void> }>;
