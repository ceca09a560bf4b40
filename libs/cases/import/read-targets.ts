import { createGoalReader, joinGoalNames, loadReference, type ReadGoal } from '../../atlas/index.js';
import { type CellReader, Complaint } from './cell-reader.js';
import type { CodesSource } from './import-map.schema.js';

const COMPLAINTS = {
  unknown: 'is neither a goal nor a target',
  'no-such-goal': 'is not one of the 17 goals',
  'no-such-target': 'is not a target of its goal',
  several: 'names several: say `split` in the map',
  contradiction: 'has a number and words that do not belong together',
} as const;

let readGoal: ReadGoal | undefined;

/** The goals and targets of a row by their codes, `6` or `6.1`. */
export function readTargets(reader: CellReader, sources: readonly CodesSource[]): string[] {
  const { sdgs, sdgTargets } = loadReference();
  readGoal ??= createGoalReader(sdgs, sdgTargets);
  const read = readGoal;
  const toCodes = (written: string) => {
    const reading = read(written);
    return reading.kind === 'refused' ? new Complaint(COMPLAINTS[reading.reason]) : [reading.code];
  };
  return reader.codes('targets', sources, toCodes, (parts) => joinGoalNames(parts, read));
}
