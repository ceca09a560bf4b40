export type StopReader = 'visitor' | 'member' | 'steward';

/** The pages worth a picture, with real ids from the demonstration community. */
export function findStops(url: string): Promise<{ name: string; path: string; reader: StopReader }[]>;
