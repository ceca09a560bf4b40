import { useText } from './text.js';

/**
 * How many read now. `data-template` holds the sentence with `{count}` for the island that keeps it up to date;
 * hidden while nobody else is there.
 */
export function PresenceLine({ count }: { count: number }) {
  const { t, number } = useText();
  return (
    <p
      class="presence"
      data-presence
      data-template={t('ui.reading-now', { count: '{count}' })}
      hidden={count < 1}
    >
      {t('ui.reading-now', { count: number(count) })}
    </p>
  );
}

/** Who writes now. Empty at first; the island fills it from the templates. */
export function TypingLine({ names = [] }: { names?: string[] }) {
  const { t } = useText();
  const [first, second] = names;
  const sentence =
    first === undefined
      ? ''
      : names.length > 2
        ? t('ui.typing-many')
        : second === undefined
          ? t('ui.typing-one', { name: first })
          : t('ui.typing-two', { first, second });
  return (
    <p
      class="typing"
      data-typing
      data-one={t('ui.typing-one', { name: '{name}' })}
      data-two={t('ui.typing-two', { first: '{first}', second: '{second}' })}
      data-many={t('ui.typing-many')}
    >
      {sentence}
    </p>
  );
}

/** Says that replies arrived, without moving what one reads. Hidden until the island counts one. */
export function NewRepliesBar({ href, count = 0 }: { href: string; count?: number }) {
  const { t, number } = useText();
  return (
    <p class="new-replies" role="status" data-new-replies hidden={count < 1}>
      <a href={href} data-template={t('ui.new-replies', { count: '{count}' })}>
        {t('ui.new-replies', { count: number(count) })}
      </a>
    </p>
  );
}
