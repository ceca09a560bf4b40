import { writeQuery } from './graph.js';

/** The turn, when nobody else has it; no row otherwise. Whoever has it may take it again, to keep it longer. */
export const takeTurn = writeQuery<
  { name: string; holder: string; now: string; until: string },
  { holder: string }
>(
  'platform/take-turn',
  `MERGE (t:Turn {name: $name})
   SET t.lock = true
   WITH t
   WHERE t.until IS NULL OR t.until < $now OR t.holder = $holder
   SET t.holder = $holder, t.until = $until
   RETURN t.holder AS holder`,
);

export const endTurn = writeQuery<{ name: string; holder: string }, { name: string }>(
  'platform/end-turn',
  `MATCH (t:Turn {name: $name})
   SET t.lock = true
   WITH t
   WHERE t.holder = $holder
   SET t.until = null
   RETURN t.name AS name`,
);
