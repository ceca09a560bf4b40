import type { DialogueState } from '../../../../libs/dialogues/index.js';

/** A part of the list of dialogues, named after the state that most of it is in. */
export interface ListSection {
  /** Of its heading and its place on the page. */
  name: string;
  /** Of the tab that shows it alone. */
  state: DialogueState;
  states: DialogueState[];
}

/** In this order: what can be taken part in now comes first. */
export const LIST_SECTIONS: ListSection[] = [
  { name: 'gathering', state: 'gathering', states: ['gathering'] },
  { name: 'deliberating', state: 'deliberating', states: ['deliberating'] },
  { name: 'deciding', state: 'deciding', states: ['deciding', 'between', 'over'] },
  { name: 'coming', state: 'planned', states: ['planned'] },
  { name: 'following-up', state: 'following-up', states: ['following-up'] },
  { name: 'closed', state: 'closed', states: ['closed'] },
];
