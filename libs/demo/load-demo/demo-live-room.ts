import { Injectable } from '@nestjs/common';
import { AddNote, NextStep, RunPoll } from '../../learning/index.js';
import type { DemoSession } from '../content/demo-meetings.js';
import { DemoTimes, minutesAfter } from './demo-times.js';
import { type Made, personBy } from './made.js';

const POLL_MINUTES = 6;

/** When a session and each of its steps begin. */
export interface Course {
  begin: Date;
  starts: Date[];
}

interface Happening {
  at: Date;
  work: () => Promise<unknown>;
}

/** What happens in the live rooms of the demonstration, in the order of time and up to now. */
@Injectable()
export class DemoLiveRoom {
  constructor(
    private readonly times: DemoTimes,
    private readonly nextStep: NextStep,
    private readonly addNote: AddNote,
    private readonly runPoll: RunPoll,
  ) {}

  async run(session: DemoSession, id: string, course: Course, made: Made): Promise<void> {
    const now = this.times.in(0);
    const happenings = [
      ...this.steps(session, id, course, made),
      ...this.notes(session, id, course, made),
      ...this.poll(session, id, course, made),
    ].filter(({ at }) => at < now);
    happenings.sort((a, b) => a.at.getTime() - b.at.getTime());
    for (const { at, work } of happenings) await this.times.at(at, work);
  }

  private steps({ facilitator }: DemoSession, id: string, { starts }: Course, made: Made): Happening[] {
    const actor = personBy(made, facilitator);
    return starts.map((at, index) => ({
      at,
      work: () => this.nextStep.execute(actor, id, index === 0 ? null : index - 1),
    }));
  }

  private notes({ notes = [] }: DemoSession, id: string, { begin }: Course, made: Made): Happening[] {
    return notes.map(({ author, minute, text }) => ({
      at: minutesAfter(begin, minute),
      work: () => this.addNote.execute(personBy(made, author), id, { text }),
    }));
  }

  private poll({ poll, facilitator }: DemoSession, id: string, { begin }: Course, made: Made): Happening[] {
    if (!poll) return [];
    const actor = personBy(made, facilitator);
    const { minute, question, options } = poll;
    const answers = Object.entries(poll.answers);
    const minuteOf = (index: number) => minute + (POLL_MINUTES * (index + 1)) / (answers.length + 1);
    return [
      { at: minutesAfter(begin, minute), work: () => this.runPoll.open(actor, id, { question, options }) },
      ...answers.map(([handle, choice], index) => ({
        at: minutesAfter(begin, minuteOf(index)),
        work: () => this.runPoll.answer(personBy(made, handle), id, choice),
      })),
      ...(poll.open
        ? []
        : [{ at: minutesAfter(begin, minute + POLL_MINUTES), work: () => this.runPoll.close(actor, id) }]),
    ];
  }
}
