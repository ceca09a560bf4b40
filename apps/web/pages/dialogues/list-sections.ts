import type { DialogueState } from '../../../../libs/dialogues/index.js';

/** A part of the list of dialogues. */
export interface ListSection {
  /** Of its heading and its place on the page. */
  name: string;
  /** What the tab says that shows it alone. */
  tab: string;
  states: DialogueState[];
}

/** In this order: what can be taken part in now comes first. */
export const LIST_SECTIONS: ListSection[] = [
  { name: 'gathering', tab: 'phase-gathering', states: ['gathering'] },
  { name: 'deliberating', tab: 'phase-deliberating', states: ['deliberating'] },
  { name: 'deciding', tab: 'phase-deciding', states: ['deciding', 'between', 'over'] },
  { name: 'coming', tab: 'state-planned', states: ['planned'] },
  { name: 'following-up', tab: 'phase-following-up', states: ['following-up'] },
  { name: 'closed', tab: 'state-closed', states: ['closed'] },
];
