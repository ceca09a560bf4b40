export type FakeMeiliMode = 'answers' | 'fails' | 'hangs' | 'refuses';

/** See `fake-meili.mjs`. */
export class FakeMeili {
  static start(options?: { version?: string; key?: string }): Promise<FakeMeili>;
  version: string;
  key: string;
  port: number;
  readonly url: string;
  readonly seen: string[];
  held(name: string): number | null;
  tasksOf(type: string): number;
  become(mode: FakeMeiliMode): Promise<void>;
  loseData(): void;
  stop(): Promise<void>;
}
