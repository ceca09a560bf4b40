import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { keepToOwner } from '../data-folder/private-files.js';
import { InvalidSettings, reasonOf, type SettingMistake, wrongSetting } from './invalid-settings.js';
import { refuseWhatCannotWork } from './setting-rules.js';
import { addressOf, numberFrom, onOff, publicAddress, wholeNumberFrom } from './setting-types.js';

/**
 * Everything that can be set from outside, in one place. `.env.example` is written from the descriptions
 * (`npm run env:example`); nothing else in the project reads the environment.
 */
export const configSchema = z.object({
  PORT: wholeNumberFrom(0, 65535).default(3000).describe('Port to listen on; 0 takes a free one'),
  HOST: z.string().default('127.0.0.1').describe('Address to listen on; 0.0.0.0 for all'),
  DATA_DIR: z
    .string()
    .default('./data')
    .describe('Folder that holds the graph, the search index, mail and secrets'),
  BASE_URL: publicAddress.describe(
    'Public address, used in mails and links, such as https://community.example.org; empty takes localhost and PORT, which only this machine can follow',
  ),
  ROLE: z
    .enum(['all', 'web', 'worker'])
    .default('all')
    .describe(
      'all, worker: requests and recurring work, such as reminders; web: requests alone, and some other process does that work. Each indexes what it writes itself',
    ),
  DEMO: onOff.default(true).describe('Load the demonstration community into an empty graph: on or off'),
  GRAPH_URL: addressOf(
    ['neo4j', 'neo4j+s', 'neo4j+ssc', 'bolt', 'bolt+s', 'bolt+ssc'],
    'neo4j://neo4j.example.org:7687',
  ).describe(
    'neo4j:// address, which several processes may share; needs MEILI_URL as well; empty uses the embedded graph in DATA_DIR',
  ),
  GRAPH_USER: z.string().default('neo4j').describe('User at GRAPH_URL'),
  GRAPH_PASSWORD: z.string().default('').describe('Password at GRAPH_URL'),
  MEILI_URL: addressOf(['http', 'https'], 'http://meilisearch.example.org:7700').describe(
    'Address of a Meilisearch of version 1.50 or later; empty uses the embedded index in DATA_DIR',
  ),
  MEILI_KEY: z
    .string()
    .default('')
    .describe('Key at MEILI_URL that may do everything with the index, or the master key'),
  MEILI_INDEX: z
    .string()
    .trim()
    .regex(/^[\w-]{1,100}$/, { error: 'must be of letters, digits, - and _ alone' })
    .default('minga')
    .describe('Name of the index at MEILI_URL; communities that share a server need a name each'),
  REDIS_URL: addressOf(['redis', 'rediss'], 'redis://redis.example.org:6379').describe(
    'Redis address for several processes; needs MEILI_URL as well; empty keeps events in this process',
  ),
  ONLY_PROCESS: onOff
    .default(false)
    .describe(
      'on: no other process works on this GRAPH_URL or REDIS_URL, so that the search index embedded in this one will do',
    ),
  SMTP_URL: addressOf(['smtp', 'smtps'], 'smtp://mail.example.org:587').describe(
    'smtp:// address for mail; empty writes .eml files to DATA_DIR/outbox',
  ),
  MAIL_FROM: z
    .string()
    .regex(/^[^@\s<>]+@[^@\s<>]+$|<[^@\s<>]+@[^@\s<>]+>$/, {
      error: ({ input }) => `must hold an address, such as Minga <minga@example.org>, not "${input}"`,
    })
    .default('Minga <minga@localhost>')
    .describe('Sender of mails'),
  DURABILITY: z
    .enum(['full', 'relaxed'])
    .default('full')
    .describe('full: a write is on disk before it is acknowledged; relaxed: within a second'),
  RATE_LIMITS: onOff
    .default(true)
    .describe('Limits on sign-in, writing, searching and live connections: on or off'),
  SESSION_IDLE_DAYS: numberFrom(0.01, 90)
    .default(14)
    .describe('A session ends when it was not used for so many days'),
  SESSION_MAX_DAYS: numberFrom(0.01, 365)
    .default(30)
    .describe('A session ends after so many days in any case'),
  PASSWORD_MIN_LENGTH: wholeNumberFrom(8, 64)
    .default(8)
    .describe('Fewest characters of a new password; 15 where NIST SP 800-63B-4 must be met'),
  ARGON2_MEMORY_KIB: wholeNumberFrom(19_456, 1_048_576)
    .default(19_456)
    .describe('Memory that hashing a password takes; the default is the least that OWASP advises'),
  ARGON2_PASSES: wholeNumberFrom(2, 20)
    .default(2)
    .describe('Passes over that memory; passwords are hashed anew when their owners sign in'),
  REQUEST_SECONDS: numberFrom(0.5, 3600)
    .default(30)
    .describe('A request must have come in whole within so many seconds, its headers within a third of them'),
  SOCKETS_PER_ADDRESS: wholeNumberFrom(1)
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
  private shared: string | null = null;

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
    if (!parsed.success) throw new InvalidSettings(parsed.error.issues.map(mistakeOf));
    refuseWhatCannotWork(parsed.data);
    const dataDir = resolve(parsed.data.DATA_DIR);
    return new Config(parsed.data, openDataDir(dataDir), dataDir);
  }

  pathInData(...parts: string[]): string {
    return join(this.dataDir, ...parts);
  }

  /** Tells the port that was free, where the settings leave the choice to the system (`PORT=0`). */
  listensOn(port: number): void {
    this.port = port;
  }

  /** Tells what all processes on the graph of these settings sign with; it is kept there. */
  sharesSecret(secret: string): void {
    this.shared = secret;
  }

  /** What all processes sign with that must understand each other: forms, devices, tokens made again. */
  get sharedSecret(): string {
    if (this.shared === null) throw new Error('the graph is not open yet, where the shared secret is kept');
    return this.shared;
  }

  /** The public address without a slash at the end. */
  get baseUrl(): string {
    const { BASE_URL, HOST } = this.settings;
    const local = `http://${hostInAddress(HOST)}:${this.port}`;
    return (BASE_URL ?? local).replace(/\/+$/, '');
  }

  get isSecure(): boolean {
    return this.baseUrl.startsWith('https://');
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

function mistakeOf({ path, message }: z.core.$ZodIssue): SettingMistake {
  return { setting: path.join('.'), message };
}

/** Where everything listens, or only this machine, that is where this machine finds it. */
function hostInAddress(host: string): string {
  if (['0.0.0.0', '127.0.0.1', '::', '::1'].includes(host)) return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

/** A disk on which nothing can be kept is no mistake in a setting; whoever holds the folder finds out. */
const OF_THE_DISK = new Set(['EROFS', 'ENOSPC', 'EIO', 'EDQUOT']);

function openDataDir(dataDir: string): Secrets {
  try {
    makeFolder(dataDir);
    accessSync(dataDir, constants.R_OK | constants.X_OK);
    keepToOwner(dataDir);
    return loadSecrets(join(dataDir, 'secrets.json'));
  } catch (error) {
    if (error instanceof InvalidSettings || OF_THE_DISK.has((error as { code?: string }).code ?? ''))
      throw error;
    const message = `the folder ${dataDir} cannot be used (${reasonOf(error)})`;
    throw wrongSetting('DATA_DIR', message, error);
  }
}

/** Where a folder cannot be made, such as in /proc, Node's own way of making those above it never ends. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  if (dirname(path) !== path) makeFolder(dirname(path));
  mkdirSync(path);
}

function loadSecrets(path: string): Secrets {
  try {
    return secretsIn(readFileSync(path, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    const secrets: Secrets = { operator: newSecret() };
    writeFileSync(path, JSON.stringify(secrets), { mode: 0o600, flag: 'wx' });
    return secrets;
  }
}

function secretsIn(text: string): Secrets {
  const { operator } = JSON.parse(text) as Partial<Secrets>;
  if (typeof operator !== 'string') throw new Error('its secrets.json holds no secret of the operator');
  return { operator };
}

function newSecret(): string {
  return randomBytes(32).toString('base64url');
}
