import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';

const onOff = z.enum(['on', 'off']).transform((value) => value === 'on');
const optionalText = z
  .string()
  .trim()
  .optional()
  .transform((value) => value || undefined);

/**
 * Everything that can be set from outside, in one place. `.env.example` is written from the descriptions
 * (`npm run env:example`); nothing else in the project reads the environment.
 */
export const configSchema = z.object({
  PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65535)
    .default(3000)
    .describe('Port to listen on; 0 takes a free one'),
  HOST: z.string().default('127.0.0.1').describe('Address to listen on; 0.0.0.0 for all'),
  DATA_DIR: z
    .string()
    .default('./data')
    .describe('Folder that holds the graph, the search index, mail and secrets'),
  BASE_URL: optionalText.describe(
    'Public address, used in mails and links; derived from HOST and PORT when empty',
  ),
  ROLE: z
    .enum(['all', 'web', 'worker'])
    .default('all')
    .describe('all: everything in one process; web: answers requests; worker: index and mail only'),
  DEMO: onOff.default(true).describe('Load the demonstration community into an empty graph: on or off'),
  GRAPH_URL: optionalText.describe('neo4j:// address; empty uses the embedded graph in DATA_DIR'),
  GRAPH_USER: z.string().default('neo4j').describe('User at GRAPH_URL'),
  GRAPH_PASSWORD: z.string().default('').describe('Password at GRAPH_URL'),
  MEILI_URL: optionalText.describe('Meilisearch address; empty uses the embedded index in DATA_DIR'),
  MEILI_KEY: z.string().default('').describe('Key at MEILI_URL'),
  REDIS_URL: optionalText.describe('Redis address for several processes; empty keeps events in this process'),
  SMTP_URL: optionalText.describe('smtp:// address for mail; empty writes .eml files to DATA_DIR/outbox'),
  MAIL_FROM: z.string().default('Minga <minga@localhost>').describe('Sender of mails'),
  DURABILITY: z
    .enum(['full', 'relaxed'])
    .default('full')
    .describe('full: a write is on disk before it is acknowledged; relaxed: within a second'),
  RATE_LIMITS: onOff
    .default(true)
    .describe('Limits on sign-in, writing, searching and live connections: on or off'),
  SESSION_IDLE_DAYS: z.coerce
    .number()
    .min(0.01)
    .max(90)
    .default(14)
    .describe('A session ends when it was not used for so many days'),
  SESSION_MAX_DAYS: z.coerce
    .number()
    .min(0.01)
    .max(365)
    .default(30)
    .describe('A session ends after so many days in any case'),
  PASSWORD_MIN_LENGTH: z.coerce
    .number()
    .int()
    .min(8)
    .max(64)
    .default(8)
    .describe('Fewest characters of a new password; 15 where NIST SP 800-63B-4 must be met'),
  ARGON2_MEMORY_KIB: z.coerce
    .number()
    .int()
    .min(19_456)
    .max(1_048_576)
    .default(19_456)
    .describe('Memory that hashing a password takes; the default is the least that OWASP advises'),
  ARGON2_PASSES: z.coerce
    .number()
    .int()
    .min(2)
    .max(20)
    .default(2)
    .describe('Passes over that memory; passwords are hashed anew when their owners sign in'),
  REQUEST_SECONDS: z.coerce
    .number()
    .min(0.5)
    .max(3600)
    .default(30)
    .describe('A request must have come in whole within so many seconds, its headers within a third of them'),
  SOCKETS_PER_ADDRESS: z.coerce
    .number()
    .int()
    .min(1)
    .default(500)
    .describe('Live connections from one address; a school or an office may share one'),
  METRICS_TOKEN: z
    .string()
    .trim()
    .min(16)
    .optional()
    .describe(
      'Bearer token for /metrics, 16 characters or more; empty answers only this machine, and nobody behind a proxy',
    ),
  TRUST_PROXY: onOff.default(false).describe('on behind a reverse proxy that sets X-Forwarded-For'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('Least important level that is logged'),
});

export type Settings = z.infer<typeof configSchema>;

/**
 * Secrets of this data folder alone, made at the first start and kept in `DATA_DIR/secrets.json`, readable by the owner
 * only. What several processes must agree on is kept in the graph.
 */
export interface Secrets {
  /** Lets the `minga` command ask the running server. */
  operator: string;
}

/** The validated settings of this process. */
export class Config {
  private port: number;

  private constructor(
    readonly settings: Settings,
    readonly secrets: Secrets,
    readonly dataDir: string,
  ) {
    this.port = settings.PORT;
  }

  /**
   * @throws {InvalidSettings} naming each setting that is wrong and what would be right
   */
  static load(environment: Record<string, string | undefined>): Config {
    const parsed = configSchema.safeParse(withoutEmpty(environment));
    if (!parsed.success) throw new InvalidSettings(parsed.error);
    const dataDir = resolve(parsed.data.DATA_DIR);
    mkdirSync(dataDir, { recursive: true });
    return new Config(parsed.data, loadSecrets(dataDir), dataDir);
  }

  pathInData(...parts: string[]): string {
    return join(this.dataDir, ...parts);
  }

  /** Tells the port that was free, where the settings leave the choice to the system (`PORT=0`). */
  listensOn(port: number): void {
    this.port = port;
  }

  /** The public address without a slash at the end. */
  get baseUrl(): string {
    const { BASE_URL, HOST } = this.settings;
    const host = HOST === '0.0.0.0' || HOST === '127.0.0.1' ? 'localhost' : HOST;
    return (BASE_URL ?? `http://${host}:${this.port}`).replace(/\/+$/, '');
  }

  get isSecure(): boolean {
    return this.baseUrl.startsWith('https://');
  }
}

export class InvalidSettings extends Error {
  constructor(error: z.ZodError) {
    const lines = error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    super(`These settings are not right:\n${lines.join('\n')}\nSee .env.example for what each one means.`);
    this.name = 'InvalidSettings';
  }
}

/** The text of `.env.example`. */
export function describeSettings(): string {
  const lines = [
    '# Written by `npm run env:example` from libs/platform/config/config.ts. Every setting is optional.',
    '',
  ];
  for (const [name, field] of Object.entries(configSchema.shape)) {
    const parsed = z.safeParse(field as z.ZodType, undefined);
    const fallback = parsed.success ? parsed.data : '';
    const shown = fallback === true ? 'on' : fallback === false ? 'off' : (fallback ?? '');
    lines.push(`# ${field.description ?? ''}`, `${name}=${shown}`, '');
  }
  return lines.join('\n');
}

function withoutEmpty(environment: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => Boolean(entry[1]?.trim())),
  );
}

function loadSecrets(dataDir: string): Secrets {
  const path = join(dataDir, 'secrets.json');
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Secrets;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    const secrets: Secrets = { operator: newSecret() };
    writeFileSync(path, JSON.stringify(secrets), { mode: 0o600, flag: 'wx' });
    return secrets;
  }
}

function newSecret(): string {
  return randomBytes(32).toString('base64url');
}
