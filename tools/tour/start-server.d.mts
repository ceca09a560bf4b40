/** Starts the built server on a free port with a data folder of its own. */
export function startServer(
  settings?: Record<string, string>,
): Promise<{ url: string; dataDir: string; pid: number; stop(): Promise<void> }>;
