/** One setting that is not right. */
export interface SettingMistake {
  setting: string;
  /** What is wrong with it, or what would be right; secrets are not repeated. */
  message: string;
}

/** Settings with which nothing can be started: told in one line each, with exit code 2. */
export class InvalidSettings extends Error {
  constructor(mistakes: SettingMistake[], options?: ErrorOptions) {
    const lines = mistakes.map(({ setting, message }) => `${setting}: ${message} (see .env.example)`);
    super(lines.join('\n'), options);
    this.name = 'InvalidSettings';
  }
}

/** For engines that find out when they are opened. */
export function wrongSetting(setting: string, message: string, cause?: unknown): InvalidSettings {
  return new InvalidSettings([{ setting, message }], { cause });
}

/** Why something failed, in one line and without a stack. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  const { message, code, cause } = error as { message?: string; code?: string; cause?: unknown };
  // What Node says whatever went wrong.
  if (message === 'fetch failed' && cause) return reasonOf(cause);
  return (message || code || String(error)).split('\n')[0] ?? '';
}
