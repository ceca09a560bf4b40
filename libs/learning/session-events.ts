import { Injectable } from '@nestjs/common';
import type { AnyEvent } from '../platform/events/event.js';
import { CompletesEvents, type EventCompletion } from '../platform/events/event-completion.js';
import { Graph } from '../platform/graph/graph.js';
import type { LessonFacts, NoteFacts, PollFacts, SessionFacts } from './contracts.js';
import { toLesson, toNote, toPoll } from './learning.views.js';
import { listLessons, listNotesByKey, listPollsByKey } from './live.cypher.js';
import { factsOf, noteKey, pollKey, type SessionRecord } from './session-record.js';
import { SessionsRepository } from './sessions.repository.js';

/** What the log keeps of the data of events: which thing it was. Its words are read from the thing. */
export const kept = {
  session: <Data extends { session: SessionFacts }>({ session: _, ...rest }: Data) => rest,
  cancelled: <Data extends { reason: string }>({ reason: _, ...rest }: Data) => rest,
  closed: <Data extends { summary: string | null; lessons: LessonFacts[] }>(data: Data) => {
    const { summary: _, lessons: __, ...rest } = data;
    return rest;
  },
  note: ({ sessionId, note: { number } }: { sessionId: string; note: NoteFacts }) => ({
    ...{ sessionId, note: { number } as NoteFacts },
  }),
  poll: ({ sessionId, poll }: { sessionId: string; poll: PollFacts }) => {
    const { number, counts, open } = poll;
    return { sessionId, poll: { number, counts, open } as PollFacts };
  },
};

/** Gives events of sessions that were read from the log the words of now. */
@Injectable()
@CompletesEvents([
  'learning.session-proposed',
  'learning.session-changed',
  'learning.session-cancelled',
  'learning.session-closed',
  'learning.note-added',
  'learning.poll-opened',
  'learning.poll-answered',
  'learning.poll-closed',
])
export class SessionEvents implements EventCompletion {
  constructor(
    private readonly graph: Graph,
    private readonly sessions: SessionsRepository,
  ) {}

  async complete(events: AnyEvent[]): Promise<AnyEvent[]> {
    const ids = [...new Set(events.map(({ data }) => String(data.sessionId)))];
    const sessions = new Map((await this.sessions.listByIds(ids)).map((session) => [session.id, session]));
    const [notes, polls] = await Promise.all([this.notesOf(events), this.pollsOf(events)]);
    const whole: AnyEvent[] = [];
    for (const event of events) {
      const { sessionId, note, poll } = event.data as {
        sessionId: string;
        note?: NoteFacts;
        poll?: PollFacts;
      };
      const session = sessions.get(sessionId);
      const words = {
        ...(note && { note: notes.get(noteKey(sessionId, note.number)) ?? note }),
        ...(poll && { poll: { ...poll, ...polls.get(pollKey(sessionId, poll.number)) } }),
        ...(session && (await this.wordsOf(event, session))),
      };
      whole.push({ ...event, data: { ...event.data, ...words } });
    }
    return whole;
  }

  private async wordsOf({ type }: AnyEvent, session: SessionRecord): Promise<object> {
    if (type === 'learning.session-cancelled') return { reason: session.cancelledReason ?? '' };
    if (type === 'learning.session-proposed' || type === 'learning.session-changed')
      return { session: factsOf(session) };
    if (type !== 'learning.session-closed') return {};
    const lessons = await this.graph.read(listLessons, { sessionId: session.id });
    return { summary: session.summary, lessons: lessons.map(toLesson) };
  }

  private async notesOf(events: AnyEvent[]): Promise<Map<string, NoteFacts>> {
    const notes = new Map<string, NoteFacts>();
    for (const [sessionId, keys] of keysIn(events, 'note', noteKey)) {
      const rows = await this.graph.read(listNotesByKey, { keys });
      for (const row of rows) notes.set(noteKey(sessionId, row.number), toNote(row));
    }
    return notes;
  }

  /** What was asked; the counts in an event are those of its time. */
  private async pollsOf(events: AnyEvent[]): Promise<Map<string, Pick<PollFacts, 'question' | 'options'>>> {
    const keys = [...keysIn(events, 'poll', pollKey).values()].flat();
    if (keys.length === 0) return new Map();
    const rows = await this.graph.read(listPollsByKey, { keys });
    return new Map(
      rows.map((row) => {
        const { question, options } = toPoll(row);
        return [row.key, { question, options }];
      }),
    );
  }
}

/** By session, the keys of the notes or polls that the events speak of. */
function keysIn(
  events: AnyEvent[],
  field: 'note' | 'poll',
  keyOf: (sessionId: string, number: number) => string,
): Map<string, string[]> {
  const keys = new Map<string, Set<string>>();
  for (const { data } of events) {
    const thing = data[field] as { number: number } | undefined;
    if (!thing) continue;
    const sessionId = String(data.sessionId);
    keys.set(sessionId, (keys.get(sessionId) ?? new Set()).add(keyOf(sessionId, thing.number)));
  }
  return new Map([...keys].map(([sessionId, set]) => [sessionId, [...set]]));
}
