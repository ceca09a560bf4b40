import { Injectable } from '@nestjs/common';
import type { AnyEvent } from '../platform/events/event.js';
import { CompletesEvents, type EventCompletion } from '../platform/events/event-completion.js';
import { CommitmentsRepository } from './commitments.repository.js';
import { type CommitmentReport, commitmentRoom, type MadeCommitment } from './contracts.js';

/** A commitment as it is told; the log keeps which it was, for its words stand in the commitment. */
export function madeEvent(data: MadeCommitment) {
  const { text: _, ...kept } = data;
  return {
    room: commitmentRoom(data.commitmentId),
    type: 'commitments.commitment-made',
    data,
    kept,
  } as const;
}

export function reportedEvent(data: CommitmentReport) {
  const { note: _, ...kept } = data;
  const room = commitmentRoom(data.commitmentId);
  return { room, type: 'commitments.commitment-reported', data, kept } as const;
}

/** Gives events of commitments that were read from the log the words of now. */
@Injectable()
@CompletesEvents(['commitments.commitment-made', 'commitments.commitment-reported'])
export class CommitmentEvents implements EventCompletion {
  constructor(private readonly commitments: CommitmentsRepository) {}

  async complete(events: AnyEvent[]): Promise<AnyEvent[]> {
    const whole: AnyEvent[] = [];
    for (const event of events)
      whole.push({ ...event, data: { ...event.data, ...(await this.wordsOf(event)) } });
    return whole;
  }

  private async wordsOf({ type, data }: AnyEvent): Promise<{ text: string } | { note: string }> {
    const { commitmentId, number } = data as unknown as CommitmentReport;
    if (type === 'commitments.commitment-made')
      return { text: (await this.commitments.findCommitment(commitmentId))?.text ?? '' };
    return { note: (await this.commitments.findReport(commitmentId, number))?.note ?? '' };
  }
}
