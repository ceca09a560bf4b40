import { GatheringsSource } from '../../rendering/gatherings.js';
import { CommitmentPages } from '../commitments/commitments.pages.js';
import { OwnerPages } from '../commitments/owner.pages.js';
import { ClosePages } from './close.pages.js';
import { RecordPages } from './record.pages.js';
import { RoomPages } from './room.pages.js';
import { RoomTalkPages } from './room-talk.pages.js';
import { RoomView } from './room-view.js';
import { SessionPages } from './session.pages.js';
import { SessionFormPages } from './session-form.pages.js';
import { SessionListPages } from './session-list.pages.js';

/** The pages of sessions and of what is promised there; forms before pages, so that `new` is not taken for an id. */
export const SESSION_CONTROLLERS = [
  SessionListPages,
  SessionFormPages,
  RoomPages,
  RoomTalkPages,
  ClosePages,
  RecordPages,
  SessionPages,
  OwnerPages,
  CommitmentPages,
];

/** What they need besides the rooms. */
export const SESSION_PROVIDERS = [GatheringsSource, RoomView];
