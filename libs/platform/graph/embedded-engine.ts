import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import grafeo, { type GrafeoDB, type QueryResult, type Transaction } from '@grafeo-db/js';
import { Logger } from '@nestjs/common';
import type { CypherQuery, GraphParams } from './graph.js';
import { UniquenessViolation } from './graph-errors.js';
import { setTornTailAside, type TornLog } from './torn-tail.js';

/** The log is folded into the main file when it has grown by this much. */
const CHECKPOINT_AFTER_BYTES = 64 * 1024 * 1024;

/** The engine could not write its log, and has undone the transaction. */
export const LOG_NOT_WRITTEN = 'GRAFEO-T009';
/** It wrote its log and could not sync it. Whether the transaction is kept shows when it is opened again. */
export const WRITTEN_BUT_NOT_SYNCED = 'GRAFEO-T010';
/** It takes no commits after that. */
export const COMMITS_NO_MORE = 'GRAFEO-T008';

/** The engine with its file open, and what of its log was left away for that. */
export interface OpenedEngine {
  db: GrafeoDB;
  torn: TornLog | null;
}

/**
 * Opens the file. The end of its log that a power cut has torn is left away, which is said.
 * @throws when the data was written by another version of the engine, or is damaged beyond that
 */
export function openEngine(path: string): OpenedEngine {
  requireSameEngine(path);
  const torn = setTornTailAside(path);
  try {
    const db = grafeo.GrafeoDB.create(path);
    db.setCheckpointTriggers({ walBytes: CHECKPOINT_AFTER_BYTES });
    if (torn) tellOfTornLog(torn);
    return { db, torn };
  } catch (error) {
    if (torn) rmSync(torn.keptIn, { force: true });
    if (!messageOf(error).includes('damaged')) throw error;
    throw new Error(
      `The graph in ${dirname(path)} is damaged where it was safely on the disk, so the disk is not to be trusted. ` +
        `Nothing was changed. Copy the folder to another disk and restore a backup. ${messageOf(error)}`,
      { cause: error },
    );
  }
}

export async function run<Params extends GraphParams, Row>(
  transaction: Transaction,
  query: CypherQuery<Params, Row>,
  params: Params,
): Promise<Row[]> {
  return rowsOf<Row>(await transaction.executeCypher(query.text, params));
}

export function rowsOf<Row>(result: QueryResult): Row[] {
  return result.toArray() as unknown as Row[];
}

export function rollBack(transaction: Transaction): void {
  try {
    if (transaction.isActive) transaction.rollback();
  } catch {
    // A commit that failed has been undone by the engine.
  }
}

export function hasCode(error: unknown, ...codes: string[]): boolean {
  return codes.some((code) => messageOf(error).includes(code));
}

export function asGraphError(error: unknown): unknown {
  const message = messageOf(error);
  return message.includes('GRAFEO-V001') && message.includes('UNIQUE')
    ? new UniquenessViolation(message, { cause: error })
    : error;
}

/**
 * The engine is young and may not read files of another version, so the one that wrote them is noted beside them.
 * @throws when the data was written by another version
 */
function requireSameEngine(path: string): void {
  const note = `${path}.engine`;
  const current = `grafeo ${grafeo.version()}`;
  if (!existsSync(note)) {
    writeFileSync(note, current);
    return;
  }
  const written = readFileSync(note, 'utf8').trim();
  if (written === current) return;
  throw new Error(
    `The graph in ${dirname(path)} was written by ${written}, and this is ${current}, which may not read it. ` +
      'Keep a copy of the folder, and start the Minga that wrote it.',
  );
}

function tellOfTornLog({ keptIn, bytes, framesBefore, framesAfter }: TornLog): void {
  const logger = new Logger('graph');
  const kept = `All ${framesBefore} writes before it are kept; the ${bytes} bytes are set aside in ${keptIn}.`;
  if (framesAfter === 0) logger.warn(`the last write in the log had not finished and was left away. ${kept}`);
  else
    logger.error(
      `the log is damaged, and ${framesAfter} whole writes behind the damage could not be taken in. ${kept}`,
    );
}

function messageOf(error: unknown): string {
  // Not `instanceof`: the addon's errors come from another realm when modules run in a VM context.
  return String((error as { message?: unknown } | null)?.message ?? '');
}
