import { InvalidSettings } from '../../libs/platform/config/config.js';
import { DataFolderInUse } from '../../libs/platform/data-folder/data-folder.js';
import { DomainError } from '../../libs/platform/errors/domain-error.js';

/** What the `minga` command answers to the shell; documented in docs/cli.md. */
export const EXIT = { done: 0, failed: 1, badUsage: 2, inUse: 3, incomplete: 4 } as const;

/** The work was done, but not all of it: rows were rejected, or the doctor found something. */
export class IncompleteWork extends Error {}

export function exitCodeOf(error: unknown): number {
  if (error instanceof IncompleteWork) return EXIT.incomplete;
  if (error instanceof DataFolderInUse) return EXIT.inUse;
  if (error instanceof InvalidSettings || isCommanderError(error))
    return error && isHelp(error) ? EXIT.done : EXIT.badUsage;
  if (error instanceof DomainError && error.kind === 'invalid') return EXIT.badUsage;
  return EXIT.failed;
}

/** What to print; commander has printed its own messages already. */
export function messageOf(error: unknown): string {
  if (isCommanderError(error)) return '';
  if (error instanceof DomainError) {
    const fields = error.fields.map((field) => `  ${field.field}: ${field.code}`).join('\n');
    const data = Object.keys(error.data).length > 0 ? ` ${JSON.stringify(error.data)}` : '';
    return [`${error.code}${data}`, fields].filter(Boolean).join('\n');
  }
  return error instanceof Error ? error.message : String(error);
}

function isCommanderError(error: unknown): error is Error & { code: string } {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('commander.');
}

function isHelp(error: object): boolean {
  return 'code' in error && /help|version/.test(String(error.code));
}
