import { readdirSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CypherQuery, Graph, GraphParams, Migration } from '../../../libs/platform/graph/graph.js';

/** What `samples/<room>.ts` exports; the room is the first part of the query names. */
export interface RoomSamples {
  /** From the file name. */
  room: string;
  /** Parameters by query name: one set, or several that each matter (found and not found, for example). */
  samples: Record<string, GraphParams | GraphParams[]>;
  /** Puts the data there that the samples speak of: the same on each run, without clock or chance. */
  seed(graph: Graph): Promise<void>;
}

export type AnyQuery = CypherQuery<GraphParams, Record<string, unknown>>;

const LIBS = fileURLToPath(new URL('../../../libs', import.meta.url));
const SAMPLES = fileURLToPath(new URL('./samples', import.meta.url));

/** Rooms from the ground up: what stands later may build on the data of what stands earlier. */
const ROOM_ORDER = [
  'platform',
  'access',
  'events',
  'audit',
  'receipts',
  'entities',
  'atlas',
  'identity',
  'communities',
  'cases',
  'discussions',
  'commitments',
  'learning',
  'dialogues',
  'explore',
  'notifications',
  'moderation',
];

/** All queries of the project by name, in alphabetical order. */
export async function loadQueries(): Promise<AnyQuery[]> {
  const exported = await Promise.all(sourcesEndingIn('.cypher.ts').map((path) => exportsOf(path)));
  return exported
    .flatMap((module) => Object.values(module).filter(isQuery))
    .sort((a, b) => a.name.localeCompare(b.name));
}

export async function loadMigrations(): Promise<Migration[]> {
  const paths = sourcesEndingIn(join('migrations', 'index.ts'));
  const exported = await Promise.all(paths.map((path) => exportsOf(path)));
  const migrations = exported.flatMap((module) => (module.migrations ?? []) as Migration[]);
  return migrations.sort(
    (a, b) => rankOfRoom(roomOf(a.id)) - rankOfRoom(roomOf(b.id)) || (a.id < b.id ? -1 : 1),
  );
}

/** The samples of every room, in the order in which they are to be seeded. */
export async function loadSamples(): Promise<RoomSamples[]> {
  const files = readdirSync(SAMPLES).filter((name) => name.endsWith('.ts'));
  const rooms = files.map((name) => basename(name, '.ts')).sort((a, b) => rankOfRoom(a) - rankOfRoom(b));
  return Promise.all(
    rooms.map(async (room) => {
      const { samples, seed } = (await exportsOf(join(SAMPLES, `${room}.ts`))) as unknown as RoomSamples;
      return { room, samples, seed };
    }),
  );
}

/** The parameters to run a query with; empty when its room gives none. */
export function samplesOf(query: AnyQuery, rooms: RoomSamples[]): GraphParams[] {
  const found = rooms.map(({ samples }) => samples[query.name]).find((sample) => sample !== undefined);
  if (found === undefined) return [];
  return Array.isArray(found) ? found : [found];
}

export function roomOf(name: string): string {
  return name.split('/')[0] ?? '';
}

function rankOfRoom(room: string): number {
  const rank = ROOM_ORDER.indexOf(room);
  return rank === -1 ? ROOM_ORDER.length : rank;
}

function sourcesEndingIn(ending: string): string[] {
  const all = readdirSync(LIBS, { recursive: true }) as string[];
  return all
    .filter((path) => path.endsWith(ending) && !path.split(sep).includes('node_modules'))
    .sort()
    .map((path) => join(LIBS, path));
}

async function exportsOf(path: string): Promise<Record<string, unknown>> {
  return (await import(path)) as Record<string, unknown>;
}

function isQuery(value: unknown): value is AnyQuery {
  if (typeof value !== 'object' || value === null) return false;
  const { name, text, mode } = value as Partial<AnyQuery>;
  return typeof name === 'string' && typeof text === 'string' && (mode === 'read' || mode === 'write');
}
