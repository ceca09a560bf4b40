import { InvalidSettings } from '../../libs/platform/config/invalid-settings.js';
import { DataFolderInUse } from '../../libs/platform/data-folder/data-folder.js';
import { DomainError } from '../../libs/platform/errors/domain-error.js';
import { Catalogue } from '../../libs/platform/i18n/catalogue.js';
import { DEFAULT_LOCALE } from '../../libs/platform/i18n/locales.js';

/** What the `minga` command answers to the shell; documented in docs/cli.md. */
export const EXIT = { done: 0, failed: 1, badUsage: 2, inUse: 3, incomplete: 4 } as const;

/** The work was done, but not all of it: rows were rejected, or the doctor found something. */
export class IncompleteWork extends Error {}

export function exitCodeOf(error: unknown): number {
  if (error instanceof IncompleteWork) return EXIT.incomplete;
  if (error instanceof DataFolderInUse) return EXIT.inUse;
  if (error instanceof InvalidSettings) return EXIT.badUsage;
  if (isCommanderError(error)) return error.exitCode === 0 ? EXIT.done : EXIT.badUsage;
  if (error instanceof DomainError && error.kind === 'invalid') return EXIT.badUsage;
  return EXIT.failed;
}

/** What to print; commander has printed its own messages already. */
export function messageOf(error: unknown): string {
  if (isCommanderError(error)) return '';
  if (error instanceof DomainError) return describe(error);
  return error instanceof Error ? error.message : String(error);
}

/** The same sentences as on the site, with the code to look it up by. */
function describe({ code, data, fields }: DomainError): string {
  const catalogue = Catalogue.load();
  const say = (key: string, values: DomainError['data'] = {}) =>
    catalogue.text(DEFAULT_LOCALE, `errors.${key.replaceAll('/', '.')}`, wordsOf(values));
  const lines = fields.map((field) => `  ${field.field}: ${say(field.code, field.data)}`);
  return [`${say(code, data)} (${code})`, ...lines].join('\n');
}

function wordsOf(data: DomainError['data']) {
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );
}

function isCommanderError(error: unknown): error is Error & { code: string; exitCode: number } {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('commander.');
}
