import { numbers } from '../corpus/random.mjs';
import { textWriter } from '../corpus/texts.mjs';
import { drive } from '../load/drive.mjs';

const WRITERS = [1, 10];
const PEOPLE = 20;
const PREPARED = 2000;

/** Replies of 20 people to threads that have room on their first page, by 1 and by 10 at once. */
export const replyRows = [
  {
    name: 'reply',
    world: 'forum',
    canTarget: true,
    async *run({ forum, world, options }) {
      const text = textWriter(numbers(777));
      const requests = Array.from({ length: PREPARED }, (_, at) => {
        const thread = world.open[at % world.open.length];
        return forum.reply({ ...world.people[at % PEOPLE], thread, body: text.post() });
      });
      for (const connections of options.writers ?? WRITERS) {
        const figures = await drive({
          url: forum.url,
          pids: forum.pids,
          requests,
          connections,
          ...options.load,
        });
        yield { row: 'reply', at: connections, figures };
      }
    },
  },
];
