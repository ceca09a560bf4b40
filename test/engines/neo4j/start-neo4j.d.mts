/** Starts an empty Neo4j on a free port; its data goes away when it is stopped. */
export function startNeo4j(): Promise<{ url: string; pid: number; stop(): Promise<void> }>;
