import { conflict, type DomainError, invalid } from '../platform/errors/domain-error.js';

export function threadClosed(): DomainError {
  return conflict('discussions/thread-closed');
}

export function replyToMissingPost(number: number): DomainError {
  return invalid('discussions/reply-to-missing-post', { number });
}

/** Someone saved the post while it was being edited; nothing is overwritten. */
export function postChangedMeanwhile(version: number): DomainError {
  return conflict('discussions/post-changed-meanwhile', { version });
}

export function aboutNothing(key: string): DomainError {
  return invalid('discussions/about-nothing', { key }, [
    { field: 'about', code: 'discussions/about-nothing' },
  ]);
}
