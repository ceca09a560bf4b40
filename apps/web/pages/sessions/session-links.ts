/** Addresses of what can be done in a session. */
export const sessionLinks = {
  session: (id: string) => `/sessions/${id}`,
  edit: (id: string) => `/sessions/${id}/edit`,
  register: (id: string) => `/sessions/${id}/register`,
  leave: (id: string) => `/sessions/${id}/leave`,
  remove: (id: string) => `/sessions/${id}/remove`,
  letIn: (id: string) => `/sessions/${id}/let-in`,
  cancel: (id: string) => `/sessions/${id}/cancel`,
  close: (id: string) => `/sessions/${id}/close`,
  record: (id: string) => `/sessions/${id}/record`,
  calendar: (id: string) => `/api/v1/sessions/${id}.ics`,
  room: (id: string) => `/sessions/${id}/room`,
  /** A part of the room as the server draws it. */
  fragment: (id: string, part: string) => `/sessions/${id}/room/fragment/${part}`,
  step: (id: string) => `/sessions/${id}/room/step`,
  hand: (id: string) => `/sessions/${id}/room/hand`,
  poll: (id: string) => `/sessions/${id}/room/poll`,
  notes: (id: string) => `/sessions/${id}/room/notes`,
  attendance: (id: string) => `/sessions/${id}/room/attendance`,
  /** The room with the form for an answer to a post. */
  reply: (id: string, number: number) => `/sessions/${id}/room?reply=${number}#composer`,
  allNotes: (id: string) => `/sessions/${id}/notes`,
  posts: (id: string) => `/sessions/${id}/room/posts`,
};
