import { Injectable, Logger } from '@nestjs/common';
import { MailPerson, type MailReader } from '../../identity/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { Graph } from '../../platform/graph/graph.js';
import { Catalogue } from '../../platform/i18n/catalogue.js';
import { plainText } from '../../platform/markdown/markdown.js';
import {
  claimOutcomeMail,
  findOutcome,
  findOutcomeMail,
  listParticipants,
  markOutcomeMailed,
  markOutcomeMailSent,
  type OutcomeRow,
  takeOutcome,
} from '../outcomes.cypher.js';
import { isMailDue } from '../rules/mail-claims.js';

const EXCERPT_MAX = 600;

/**
 * Mails the outcome to everyone who took part: answered, proposed, wrote in a thread about the dialogue or convened it.
 * Each mail is claimed before it is sent and marked after, so two processes never send the same one; only a crash in
 * the very moment of sending lets a mail go out twice, rather than never.
 */
@Injectable()
export class MailOutcome {
  private readonly logger = new Logger('dialogues');

  constructor(
    private readonly graph: Graph,
    private readonly clock: Clock,
    private readonly mailPerson: MailPerson,
    private readonly catalogue: Catalogue,
    private readonly config: Config,
  ) {}

  /** Sends what is still to be sent; a mail that cannot be sent now is left for the next time. */
  async execute(outcomeId: string): Promise<void> {
    const [outcome] = await this.graph.read(findOutcome, { id: outcomeId });
    if (!outcome) return;
    let left = 0;
    for (const personId of await this.participantsOf(outcome)) {
      if (!(await this.mail(outcome, personId))) left += 1;
    }
    if (left === 0) await this.graph.write((tx) => tx.run(markOutcomeMailed, { id: outcomeId }));
  }

  private async participantsOf({ dialogues }: OutcomeRow): Promise<string[]> {
    const dialogueId = dialogues[0]?.key.slice('dialogue:'.length) ?? '';
    const [row] = await this.graph.read(listParticipants, { dialogueId });
    return [...new Set(Object.values(row ?? {}).flat())].sort();
  }

  /** @returns whether the person has the mail now, or cannot get it at all */
  private async mail(outcome: OutcomeRow, personId: string): Promise<boolean> {
    const key = `${outcome.id}#${personId}`;
    const claim = await this.claim(outcome.id, key);
    if (claim !== 'claimed') return claim === 'sent';
    try {
      await this.mailPerson.execute(personId, 'community', (reader) => this.compose(outcome, reader));
    } catch (error) {
      this.logger.warn(`an outcome was not mailed and is tried again: ${String(error)}`);
      await this.graph.write((tx) => tx.run(claimOutcomeMail, { key, at: '' }));
      return false;
    }
    await this.graph.write((tx) => tx.run(markOutcomeMailSent, { key, at: this.clock.iso() }));
    return true;
  }

  private claim(outcomeId: string, key: string): Promise<'claimed' | 'sent' | 'elsewhere'> {
    return this.graph.write(async (tx) => {
      await tx.run(takeOutcome, { id: outcomeId });
      const [mail] = await tx.run(findOutcomeMail, { key });
      if (mail?.sentAt) return 'sent';
      const now = this.clock.now();
      if (mail && !isMailDue(mail.claimedAt, now)) return 'elsewhere';
      await tx.run(claimOutcomeMail, { key, at: now.toISOString() });
      return 'claimed';
    });
  }

  private compose({ dialogues, agreed, url }: OutcomeRow, { name, locale }: MailReader) {
    const words = plainText(agreed);
    const values = {
      name,
      question: dialogues[0]?.title ?? '',
      agreed: words.length > EXCERPT_MAX ? `${words.slice(0, EXCERPT_MAX - 1)}…` : words,
      link: `${this.config.baseUrl}${url}`,
    };
    const say = (part: string) => this.catalogue.text(locale, `dialogues.outcome-mail-${part}`, values);
    return { subject: say('subject'), text: say('text') };
  }
}
