import { STATEMENT_MAX } from '../../../../libs/dialogues/index.js';
import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Select, TextArea } from '../../components/fields.js';
import { ButtonRow } from '../../components/form.js';
import { LANGUAGE_OPTIONS } from '../../components/links.js';
import { Notice } from '../../components/states.js';
import { useText } from '../../components/text.js';
import type { FormErrors } from '../../rendering/form-errors.js';
import { dialogueLinks } from './dialogue-links.js';

/** What was typed as a proposal, and why it was refused. */
export interface Proposal {
  text: string;
  lang: string;
  clientKey: string;
  errors?: FormErrors;
}

interface ProposeFormProps {
  dialogueId: string;
  csrf: string;
  proposal: Proposal;
  /** The reader proposed one just now. */
  isSent: boolean;
}

export function ProposeForm({ dialogueId, csrf, proposal, isSent }: ProposeFormProps) {
  const { t } = useText();
  const { text, lang, clientKey, errors } = proposal;
  return (
    <Card
      title={t('dialogue-pages.propose')}
      id="propose"
      action={<a href={dialogueLinks.statements(dialogueId, 'mine')}>{t('dialogue-pages.your-proposals')}</a>}
    >
      {isSent && (
        <Notice tone="success" announce>
          {t('dialogue-pages.proposal-waits')}
        </Notice>
      )}
      <form class="form" method="post" action={dialogueLinks.statements(dialogueId)} noValidate>
        <input type="hidden" name="_csrf" value={csrf} />
        <input type="hidden" name="clientKey" value={clientKey} />
        <div class="counted" data-counter={t('dialogue-pages.letters-left', { count: '{count}' })}>
          <TextArea
            name="text"
            label={t('dialogue-pages.your-statement')}
            hint={t('dialogue-pages.statement-hint', { maximum: STATEMENT_MAX })}
            rows={3}
            maxLength={STATEMENT_MAX}
            value={text}
            error={errors?.fields.text}
          />
          <output class="field-hint" for="text" hidden />
        </div>
        <Select
          name="lang"
          label={t('dialogue-pages.part-lang')}
          options={LANGUAGE_OPTIONS}
          value={lang}
          error={errors?.fields.lang}
        />
        <ButtonRow>
          <Button>{t('dialogue-pages.send-proposal')}</Button>
        </ButtonRow>
      </form>
    </Card>
  );
}
