import type { DialogueCardView } from '../../../../libs/dialogues/index.js';
import { Card } from '../../components/card.js';
import { ItemList, LineItem } from '../../components/item-list.js';
import { useText } from '../../components/text.js';
import type { NameOf } from '../../rendering/names.js';
import { DialogueItem } from './dialogue-item.js';
import { dialogueLinks } from './dialogue-links.js';

interface LinkedDialoguesProps {
  dialogues: DialogueCardView[];
  hasMore: boolean;
  nameOf: NameOf;
  /** Key of what they are linked to. */
  about: string;
}

/** The dialogues about something, below its cases and discussions; nothing where there are none. */
export function LinkedDialogues({ dialogues, hasMore, nameOf, about }: LinkedDialoguesProps) {
  const { t } = useText();
  if (dialogues.length === 0) return null;
  return (
    <>
      <div class="section-head" id="dialogues">
        <h2>{t('dialogue-pages.title')}</h2>
        {hasMore && <a href={`${dialogueLinks.all}?about=${about}`}>{t('dialogue-pages.all')}</a>}
      </div>
      <ItemList sheet>
        {dialogues.map((dialogue) => (
          <DialogueItem key={dialogue.id} dialogue={dialogue} nameOf={nameOf} />
        ))}
      </ItemList>
    </>
  );
}

interface DialogueCardProps {
  title: string;
  dialogues: DialogueCardView[];
}

/** Dialogues in the rail, a line each; nothing where there are none. */
export function DialogueCard({ title, dialogues }: DialogueCardProps) {
  const { t } = useText();
  if (dialogues.length === 0) return null;
  return (
    <Card title={title} action={<a href={dialogueLinks.all}>{t('dialogue-pages.all')}</a>}>
      <ItemList>
        {dialogues.map(({ id, url, question, lang, state }) => (
          <LineItem
            key={id}
            href={url}
            title={question}
            lang={lang ?? undefined}
            when={t(`dialogue-pages.state-${state}`)}
          />
        ))}
      </ItemList>
    </Card>
  );
}
