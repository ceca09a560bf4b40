import { z } from 'zod';
import { ENTITY_KEY_PATTERN } from '../platform/entities/entity.js';
import { pageOf, pageQuery } from '../platform/graph/page.js';
import { LOCALES } from '../platform/i18n/locales.js';
import { clientKey } from '../platform/receipts/client-key.js';
import { wholeNumber, wholeNumberInAddress } from '../platform/validation/number.js';
import { line, prose } from '../platform/validation/text.js';

export const TITLE_MAX = 160;
export const BODY_MAX = 40_000;

export const threadParams = z.object({ id: z.string().max(40) });
export const postParams = z.object({
  id: z.string().max(40),
  number: wholeNumberInAddress(1, 1e9),
});

const lang = z.enum(LOCALES).nullish().describe('Language of the text');

export const startThreadBody = z.object({
  about: z.string().regex(ENTITY_KEY_PATTERN).describe('What the thread is about, as type:id'),
  title: line(3, TITLE_MAX),
  body: prose(1, BODY_MAX).describe('Opening post, in Markdown'),
  lang,
  clientKey,
});

export const postReplyBody = z.object({
  body: prose(1, BODY_MAX).describe('Markdown'),
  replyTo: wholeNumber(1).nullish().describe('Number of the post that this answers'),
  lang,
  clientKey,
});

export const editPostBody = z.object({
  body: prose(1, BODY_MAX),
  version: wholeNumber(1).describe('The version that was edited'),
});

export const closeThreadBody = z.object({ reason: line(3, 300) });

export const listThreadsQuery = z.object({
  about: z.string().regex(ENTITY_KEY_PATTERN).optional(),
  ...pageQuery,
});

export const listPostsQuery = z.object({
  cursor: wholeNumberInAddress(0, 1e9).default(0).describe('Number of the last post already seen'),
  limit: wholeNumberInAddress(1, 100).default(20),
});

export const entityRefView = z.strictObject({
  key: z.string(),
  type: z.string(),
  title: z.string(),
  url: z.string(),
});
export const authorView = z.strictObject({ id: z.string(), name: z.string(), url: z.string() });

export const postView = z.strictObject({
  id: z.string(),
  number: z.number().int(),
  url: z.string(),
  version: z.number().int(),
  author: authorView,
  body: z.string(),
  html: z.string(),
  lang: z.string().nullable(),
  createdAt: z.string(),
  editedAt: z.string().nullable(),
  replyTo: z.number().int().nullable(),
  permissions: z.strictObject({ edit: z.boolean() }),
});

export const threadSummaryView = z.strictObject({
  id: z.string(),
  title: z.string(),
  url: z.string(),
  lang: z.string().nullable(),
  about: z.array(entityRefView),
  startedBy: authorView,
  createdAt: z.string(),
  activeAt: z.string(),
  postCount: z.number().int(),
  closed: z.boolean(),
});

/** `lastOwnNumber`: the latest post of the person whose threads these are; what comes after it is new to them. */
export const participatedThreadView = threadSummaryView.extend({
  lastOwnNumber: z.number().int().nullable(),
});

const postPageView = z.strictObject({ items: z.array(postView), nextCursor: z.string().nullable() });

/** A thread without its posts. */
export const threadHeadView = threadSummaryView.extend({
  closedReason: z.string().nullable(),
  permissions: z.strictObject({ reply: z.boolean(), close: z.boolean() }),
});

export const threadView = threadHeadView.extend({
  seq: z.number().int().describe('Number of the last event; join the socket room with it to miss nothing'),
  posts: postPageView,
});

export const postListView = postPageView;
export const threadListView = pageOf(threadSummaryView);
export const participatedThreadListView = pageOf(participatedThreadView);
export const postHistoryView = z.strictObject({
  items: z.array(z.strictObject({ number: z.number().int(), body: z.string(), at: z.string() })),
});

export type PostView = z.infer<typeof postView>;
export type ThreadHeadView = z.infer<typeof threadHeadView>;
export type ThreadView = z.infer<typeof threadView>;
export type ThreadSummaryView = z.infer<typeof threadSummaryView>;
export type ParticipatedThreadView = z.infer<typeof participatedThreadView>;
export type PostHistoryView = z.infer<typeof postHistoryView>;
