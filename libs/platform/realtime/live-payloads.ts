import { z } from 'zod';

/** `thread:ID`: the kind of room, and the id in it. */
export const ROOM_PATTERN = /^([a-z][a-z-]{0,30}):([\w.-]{1,64})$/;

const room = z.string().max(100).regex(ROOM_PATTERN);

export const joinPayload = z.object({
  room,
  since: z
    .number()
    .int()
    .min(0)
    .max(2 ** 48)
    .optional(),
});
export const roomPayload = z.object({ room });
