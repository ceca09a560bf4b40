export interface RunningServer {
  url: string;
  dataDir: string;
  pid: number;
  /** Sends a message to the process and waits for its answer. */
  tell(message: object): Promise<unknown>;
  /** Gives a member a role, as whoever runs Minga does. */
  grant(email: string, role: string): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts the built server on a free port with a data folder of its own.
 * @param program what to run, the server itself by default; one that answers messages can be told something
 */
export function startServer(settings?: Record<string, string>, program?: string): Promise<RunningServer>;
