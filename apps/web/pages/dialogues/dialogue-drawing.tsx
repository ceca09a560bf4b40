import { Injectable } from '@nestjs/common';
import { ShowDialogue, type StatementView } from '../../../../libs/dialogues/index.js';
import { ListThreads } from '../../../../libs/discussions/index.js';
import { Clock } from '../../../../libs/platform/clock/clock.js';
import type { HttpRequest } from '../../../../libs/platform/http/http-request.js';
import { requestLocale } from '../../../../libs/platform/http/request-locale.js';
import { newId } from '../../../../libs/platform/ids/new-id.js';
import { plainText } from '../../../../libs/platform/markdown/markdown.js';
import type { FormError } from '../../components/form.js';
import { FormInput } from '../../rendering/form-input.js';
import { PageNames } from '../../rendering/names.js';
import { Pages } from '../../rendering/pages.js';
import { toThreadItem } from '../../rendering/thread-items.js';
import { AnswerCard } from './answer-card.js';
import { DialoguePage } from './dialogue.page.js';
import type { Proposal } from './propose-form.js';
import { StatementReader } from './statement-reader.js';
import { StatementLine } from './statements-so-far.js';

const THREADS = 10;
const DESCRIPTION_LENGTH = 160;

/** Draws the page of a dialogue, as it is or with what was refused, and the card that asks. */
@Injectable()
export class DialogueDrawing {
  constructor(
    private readonly pages: Pages,
    private readonly names: PageNames,
    private readonly clock: Clock,
    private readonly showDialogue: ShowDialogue,
    private readonly statements: StatementReader,
    private readonly listThreads: ListThreads,
  ) {}

  /** @throws {DomainError} `platform/not-found` for a dialogue that is not there, or not for this reader */
  async requireDialogue(request: HttpRequest, id: string): Promise<void> {
    await this.showDialogue.execute(request.actor, id);
  }

  /** The card that asks next, and the line of what was answered just now. */
  async card(request: HttpRequest, id: string): Promise<string> {
    const statements = await this.statements.approved(request.actor, id);
    const asked = await this.asked(request, id, statements);
    return this.pages.fragment(
      request,
      <>
        <AnswerCard
          dialogueId={id}
          csrf={this.pages.csrfFor(request)}
          {...asked}
          answered={statements.filter(({ ownAnswer }) => ownAnswer !== null).length}
          total={statements.length}
        />
        {asked.kept && <StatementLine dialogueId={id} statement={asked.kept} mayAnswer />}
      </>,
    );
  }

  async page(
    request: HttpRequest,
    id: string,
    refused: { errors?: FormError[]; proposal?: Proposal } = {},
  ): Promise<string> {
    const { actor } = request;
    const dialogue = await this.showDialogue.execute(actor, id);
    const [statements, threads] = await Promise.all([
      this.statements.approved(actor, id),
      this.listThreads.execute({ about: dialogue.key, limit: THREADS }),
    ]);
    const { answer, propose } = dialogue.permissions;
    return this.pages.render(request, {
      title: dialogue.question,
      description: dialogue.background
        ? plainText(dialogue.background).slice(0, DESCRIPTION_LENGTH)
        : undefined,
      islands: answer || propose ? ['dialogue-answers'] : [],
      body: (
        <DialoguePage
          dialogue={dialogue}
          now={this.clock.now()}
          nameOf={this.names.for(request)}
          csrf={this.pages.csrfFor(request)}
          viewerId={actor.id}
          statements={statements}
          asked={answer ? await this.asked(request, id, statements) : { statement: null, kept: null }}
          proposal={refused.proposal ?? { text: '', lang: requestLocale(request), clientKey: newId() }}
          isProposed={new FormInput(request.query).pressed('proposed')}
          threads={threads.items.map(toThreadItem)}
          hasMoreThreads={threads.nextCursor !== null}
          errors={refused.errors ?? []}
        />
      ),
    });
  }

  /** The statement that the address asks for again, else the next one; and the one that was answered just now. */
  private async asked(request: HttpRequest, id: string, statements: StatementView[]) {
    const query = new FormInput(request.query);
    const byId = (statementId: string) =>
      statements.find((statement) => statement.id === statementId) ?? null;
    const again = byId(query.text('statement'));
    return {
      statement: again ?? (await this.statements.next(request.actor, id)),
      kept: byId(query.text('answered')),
    };
  }
}
