import type { ThreadView } from '../../../../libs/discussions/index.js';
import type { FormErrors } from '../../rendering/form-errors.js';
import type { MayReply } from '../threads/thread-post.js';
import type { RoomPartProps } from './room-part-props.js';

export interface RoomPageProps extends RoomPartProps {
  /** Where those who take part talk, with its latest posts; null until it is there. */
  thread: { view: ThreadView; mayReply: MayReply } | null;
  clientKey: string;
  /** Null for visitors. */
  viewerId: string | null;
  /** What was typed into a form that was refused, or is shown first. */
  typed?: TypedInRoom;
}

export interface TypedInRoom {
  field: string;
  text: string;
  /** Number of the post that is answered. */
  replyTo?: number;
  errors?: FormErrors;
  previewHtml?: string;
}
