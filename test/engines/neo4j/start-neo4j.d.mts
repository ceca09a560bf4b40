export interface RunningNeo4j {
  url: string;
  pid: number;
  home: string;
  boltPort: number;
  stop(): Promise<void>;
}

/**
 * Starts an empty Neo4j on a free port; its data goes away when it is stopped.
 * @param again one whose process was killed, to go on with its data at its address
 */
export function startNeo4j(again?: { home: string; boltPort: number }): Promise<RunningNeo4j>;
