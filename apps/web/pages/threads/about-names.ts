import type { EntityRef } from '../../../../libs/platform/entities/entity.js';
import type { NameOf } from '../../rendering/names.js';

/** The same thread, with what it is about under its name in the reader's language. */
export function withAboutNames<Thread extends { about: EntityRef[] }>(
  thread: Thread,
  nameOf: NameOf,
): Thread {
  return {
    ...thread,
    about: thread.about.map((subject) => ({ ...subject, title: nameOf(subject.key, subject.title) })),
  };
}
