import { Module } from '@nestjs/common';
import { AtlasModule } from '../atlas/index.js';
import { CloseThreadController } from './close-thread/close-thread.controller.js';
import { CloseThread } from './close-thread/close-thread.use-case.js';
import { DiscussionsRepository } from './discussions.repository.js';
import { EditPostController } from './edit-post/edit-post.controller.js';
import { EditPost } from './edit-post/edit-post.use-case.js';
import { KnownThreads } from './known-threads.js';
import { ListPostsController } from './list-posts/list-posts.controller.js';
import { ListPosts } from './list-posts/list-posts.use-case.js';
import { ListThreadsController } from './list-threads/list-threads.controller.js';
import { ListThreads } from './list-threads/list-threads.use-case.js';
import { ListThreadsOfController } from './list-threads-of/list-threads-of.controller.js';
import { ListThreadsOf } from './list-threads-of/list-threads-of.use-case.js';
import { ThreadIndexSource } from './listeners/thread-index-source.js';
import { PostEvents } from './post-events.js';
import { PostReplyController } from './post-reply/post-reply.controller.js';
import { PostReply } from './post-reply/post-reply.use-case.js';
import { ReplyBatches } from './post-reply/reply-batches.js';
import { PostWriter } from './post-writer.js';
import { ShowPostHistoryController } from './show-post-history/show-post-history.controller.js';
import { ShowPostHistory } from './show-post-history/show-post-history.use-case.js';
import { ShowThreadController } from './show-thread/show-thread.controller.js';
import { ShowThread } from './show-thread/show-thread.use-case.js';
import { StartThreadController } from './start-thread/start-thread.controller.js';
import { StartThread } from './start-thread/start-thread.use-case.js';
import { ThreadEvents } from './thread-events.js';
import { ThreadLiveRoom } from './thread-live-room.js';
import { ThreadReader } from './thread-reader.js';

const useCases = [
  StartThread,
  PostReply,
  EditPost,
  ShowPostHistory,
  CloseThread,
  ShowThread,
  ListPosts,
  ListThreads,
  ListThreadsOf,
];

@Module({
  imports: [AtlasModule],
  controllers: [
    StartThreadController,
    PostReplyController,
    EditPostController,
    ShowPostHistoryController,
    CloseThreadController,
    ShowThreadController,
    ListPostsController,
    ListThreadsController,
    ListThreadsOfController,
  ],
  providers: [
    ...useCases,
    DiscussionsRepository,
    KnownThreads,
    ThreadReader,
    PostEvents,
    PostWriter,
    ThreadEvents,
    ReplyBatches,
    ThreadIndexSource,
    ThreadLiveRoom,
  ],
  exports: useCases,
})
export class DiscussionsModule {}
