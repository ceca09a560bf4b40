import { useText } from './text.js';

interface SdgProps {
  /** 1 to 17. */
  number: number;
  /** Short name in the reader's language; the interface's own when left out. */
  name?: string;
  href?: string;
}

function useName({ number, name }: SdgProps): string {
  const { t } = useText();
  return name ?? t(`ui.sdg-${number}`);
}

/** A list item: put it into `Chips`. */
export function SdgChip(props: SdgProps) {
  const name = useName(props);
  const content = (
    <>
      <b>{props.number}</b> {name}
    </>
  );
  const kind = `chip sdg-chip sdg-${props.number}`;
  return (
    <li>
      {props.href ? (
        <a class={kind} href={props.href}>
          {content}
        </a>
      ) : (
        <span class={kind}>{content}</span>
      )}
    </li>
  );
}

/** Only the number on its colour, where a row of goals has little room. */
export function SdgDot(props: SdgProps) {
  const { t } = useText();
  const name = useName(props);
  return (
    <span class={`sdg-dot sdg-${props.number}`} title={name}>
      <span class="visually-hidden">{t('ui.sdg-numbered', { number: props.number, name })}</span>
      <span aria-hidden="true">{props.number}</span>
    </span>
  );
}

interface SdgTileProps extends SdgProps {
  href: string;
  /** A line below the name, for example how many cases there are. */
  note?: string;
}

/** A goal to walk to: its number, its short name, its colour. */
export function SdgTile(props: SdgTileProps) {
  const name = useName(props);
  return (
    <a class={`sdg-tile sdg-${props.number}`} href={props.href}>
      <b>{props.number}</b>
      <span>{name}</span>
      {props.note && <small>{props.note}</small>}
    </a>
  );
}
