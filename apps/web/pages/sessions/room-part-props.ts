import type { SessionView } from '../../../../libs/learning/index.js';

/** Part of the room that changes while one is there: drawn alike on the page and as the fragment that islands fetch. */
export interface RoomPartProps {
  session: SessionView;
  csrf: string;
}
