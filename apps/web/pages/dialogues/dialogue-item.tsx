import type { DialogueCardView } from '../../../../libs/dialogues/index.js';
import { Badge } from '../../components/chips.js';
import { ItemTitle } from '../../components/item-title.js';
import { useText } from '../../components/text.js';
import type { NameOf } from '../../rendering/names.js';
import { timeOf } from '../../rendering/zoned-time.js';

interface DialogueItemProps {
  dialogue: DialogueCardView;
  nameOf: NameOf;
  /** Heading level; 3 by default. */
  level?: 2 | 3;
}

/** States in which something can be done. */
const OPEN = ['gathering', 'deliberating', 'deciding', 'following-up'];

/** A dialogue in a list. */
export function DialogueItem({ dialogue, nameOf, level = 3 }: DialogueItemProps) {
  const { t } = useText();
  const { state, convener, statements } = dialogue;
  return (
    <article class="dialogue-item item">
      <p class="item-meta">
        <Badge tone={OPEN.includes(state) ? 'good' : 'plain'}>{t(`dialogue-pages.state-${state}`)}</Badge>
        <TurningPoint dialogue={dialogue} />
      </p>
      <ItemTitle level={level} lang={dialogue.lang ?? undefined}>
        <a href={dialogue.url}>{dialogue.question}</a>
      </ItemTitle>
      <p class="item-meta">
        <span>
          <bdi>{convener.name}</bdi>
        </span>
        {statements.approved > 0 && (
          <span>{t('dialogue-pages.statement-count', { count: statements.approved })}</span>
        )}
        {dialogue.about.slice(0, 4).map(({ key, title, url }) => (
          <a key={key} href={url}>
            {nameOf(key, title)}
          </a>
        ))}
        {dialogue.outcomeUrl && <a href={dialogue.outcomeUrl}>{t('dialogue-pages.outcome')}</a>}
      </p>
    </article>
  );
}

/** When it closes or opens next, or when it was closed. */
function TurningPoint({ dialogue }: { dialogue: DialogueCardView }) {
  const texts = useText();
  const { state, phases, timeZone, closedAt } = dialogue;
  const say = (key: string, iso: string) => (
    <time dateTime={iso}>
      {texts.t(`dialogue-pages.${key}`, { when: timeOf(texts.locale, iso, timeZone), zone: timeZone })}
    </time>
  );
  const open = phases.find(({ phase }) => phase === state);
  if (open) return say('until', open.closesAt);
  if (closedAt) return <time dateTime={closedAt}>{texts.date(closedAt)}</time>;
  const [first] = phases;
  return state === 'planned' && first ? say('from', first.opensAt) : null;
}
