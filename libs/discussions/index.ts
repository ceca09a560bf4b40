export { CloseThread } from './close-thread/close-thread.use-case.js';
export * from './contracts.js';
export {
  closeThread as closeThreadRule,
  editPost as editPostRule,
  readThread as readThreadRule,
  replyToThread as replyToThreadRule,
  startThread as startThreadRule,
} from './discussions.access.js';
export { threadClosed } from './discussions.errors.js';
export { DiscussionsModule } from './discussions.module.js';
export * from './discussions.schemas.js';
export { EditPost } from './edit-post/edit-post.use-case.js';
export { ListPosts } from './list-posts/list-posts.use-case.js';
export { ListThreads } from './list-threads/list-threads.use-case.js';
export { ListThreadsOf } from './list-threads-of/list-threads-of.use-case.js';
export { migrations } from './migrations/index.js';
export { PostReply } from './post-reply/post-reply.use-case.js';
export { ShowPostHistory } from './show-post-history/show-post-history.use-case.js';
export { ShowThread } from './show-thread/show-thread.use-case.js';
export { StartThread } from './start-thread/start-thread.use-case.js';
