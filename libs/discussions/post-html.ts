import { LRUCache } from 'lru-cache';
import { renderMarkdown } from '../platform/markdown/markdown.js';

/** Rendered Markdown by post and version: a version never changes, so nothing has to be invalidated. */
const renderedPosts = new LRUCache<string, string>({
  max: 5000,
  maxSize: 12_000_000,
  sizeCalculation: (html) => html.length + 1,
});

/** The words of a post as HTML. */
export function htmlOf(post: { id: string; version: number; body: string }): string {
  const key = `${post.id}@${post.version}`;
  const known = renderedPosts.get(key);
  if (known !== undefined) return known;
  const html = renderMarkdown(post.body);
  renderedPosts.set(key, html);
  return html;
}
