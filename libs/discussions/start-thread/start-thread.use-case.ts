import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { personSummary } from '../../identity/contracts.js';
import { requireAccess } from '../../platform/access/access-rule.js';
import type { Actor, Person } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { findVisibleEntity } from '../../platform/entities/entities.cypher.js';
import { type EntityRef, entityKey } from '../../platform/entities/entity.js';
import { notFound } from '../../platform/errors/domain-error.js';
import { EventLog } from '../../platform/events/event-log.js';
import { Graph, type GraphTransaction } from '../../platform/graph/graph.js';
import { newId } from '../../platform/ids/new-id.js';
import { answerOnce } from '../../platform/receipts/answer-once.js';
import { clientRequestKey } from '../../platform/receipts/request-key.js';
import { threadRoom } from '../contracts.js';
import { startThread } from '../discussions.access.js';
import { createThread } from '../discussions.cypher.js';
import { aboutNothing } from '../discussions.errors.js';
import { DiscussionsRepository } from '../discussions.repository.js';
import type { startThreadBody } from '../discussions.schemas.js';
import { PostWriter } from '../post-writer.js';

export type StartThreadInput = z.output<typeof startThreadBody>;

type NewThread = Omit<StartThreadInput, 'clientKey'> & { openedBy?: string };

/** Opens a thread about something in the graph, with its first post. */
@Injectable()
export class StartThread {
  constructor(
    private readonly graph: Graph,
    private readonly events: EventLog,
    private readonly posts: PostWriter,
    private readonly discussions: DiscussionsRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * What a thread could be about.
   * @throws {DomainError} `discussions/about-nothing` when it does not exist or is hidden
   */
  async getSubject(key: string): Promise<EntityRef> {
    return subjectIn(await this.graph.read(findVisibleEntity, { key }), key);
  }

  /**
   * @returns the id of the new thread, or of the one that the same request made before
   * @throws {DomainError} `discussions/about-nothing` when the subject does not exist or is hidden
   */
  async execute(actor: Actor, input: StartThreadInput): Promise<{ id: string }> {
    requireAccess(startThread, actor, undefined);
    const author = actor as Person;
    const key = clientRequestKey(author.id, ['start-thread'], input);
    return this.graph.write((tx) =>
      answerOnce(tx, { key, at: this.clock.iso() }, async () => {
        const { clientKey, ...thread } = input;
        const older = await this.discussions.findSentBefore(tx, author, clientKey, input.body);
        return older ? { id: older.threadId } : this.executeIn(tx, author, thread);
      }),
    );
  }

  /**
   * The same as part of another transaction, in which the subject may have been made: what a room opens together with
   * its thread is there with it, or not at all.
   * @param input its `openedBy` is the id of what the thread opens with, by which it is found again
   */
  async executeIn(tx: GraphTransaction, author: Person, input: NewThread): Promise<{ id: string }> {
    requireAccess(startThread, author, undefined);
    const about = subjectIn(await tx.run(findVisibleEntity, { key: input.about }), input.about);
    const id = newId();
    const { title } = input;
    const by = personSummary(author.id, author.name);
    await tx.run(createThread, {
      id,
      key: entityKey('thread', id),
      url: `/threads/${id}`,
      title,
      lang: input.lang ?? null,
      at: this.clock.iso(),
      starterId: author.id,
      about: about.key,
      source: `person:${author.id}`,
    });
    const room = threadRoom(id);
    await this.events.append(tx, {
      room,
      type: 'discussions.thread-started',
      data: { threadId: id, title, about, by },
      kept: { threadId: id, about, by },
    });
    const post = { body: input.body, lang: input.lang, sentAs: input.openedBy };
    if (!(await this.posts.append(tx, author, { id, postCount: 0 }, post))) throw notFound('person');
    return { id };
  }
}

function subjectIn([about]: EntityRef[], key: string): EntityRef {
  if (!about) throw aboutNothing(key);
  return about;
}
