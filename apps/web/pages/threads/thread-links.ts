/** Addresses of what can be done in a thread. */
export const threadLinks = {
  thread: (id: string) => `/threads/${id}`,
  page: (id: string, after: number) => (after > 0 ? `/threads/${id}?after=${after}` : `/threads/${id}`),
  posts: (id: string) => `/threads/${id}/posts`,
  reply: (id: string, number: number) => `/threads/${id}/reply/${number}`,
  quote: (id: string, number: number) => `/threads/${id}/reply/${number}?quote=1`,
  edit: (id: string, number: number) => `/threads/${id}/posts/${number}/edit`,
  history: (id: string, number: number) => `/threads/${id}/posts/${number}/history`,
  /** With `{number}` to be filled in. */
  fragment: (id: string) => `/threads/${id}/posts/{number}/fragment`,
  apiPosts: (id: string) => `/api/v1/threads/${id}/posts`,
  close: (id: string) => `/threads/${id}/close`,
  reopen: (id: string) => `/threads/${id}/reopen`,
};
