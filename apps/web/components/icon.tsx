const PATHS = {
  search: 'M10.5 17a6.5 6.5 0 1 1 0-13 6.5 6.5 0 0 1 0 13Zm4.7-1.8L20 20',
  globe: 'M12 21a9 9 0 1 1 0-18 9 9 0 0 1 0 18ZM3 12h18M12 3c5 5 5 13 0 18M12 3c-5 5-5 13 0 18',
  bell: 'M6 16V11a6 6 0 0 1 12 0v5l1.5 2h-15L6 16Zm4 5h4',
  person: 'M12 12a4 4 0 1 1 0-8 4 4 0 0 1 0 8Zm-7.5 8.5c.8-4 3.8-6 7.5-6s6.7 2 7.5 6',
  down: 'm7 10 5 5 5-5',
  next: 'm10 6 6 6-6 6',
  previous: 'm14 6-6 6 6 6',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  cross: 'M6.5 6.5 17.5 17.5M17.5 6.5 6.5 17.5',
  link: 'M10 14 14 10M8.5 11.5l-2 2a3.2 3.2 0 0 0 4.5 4.5l2-2m2.5-3.5 2-2A3.2 3.2 0 0 0 13 6l-2 2',
  reply: 'M10 6 4.5 11.5 10 17m-5-5.5h9.5a5 5 0 0 1 5 5V18',
  quote: 'M5 7h5v6c0 2.5-1.5 4-4 4.5M14 7h5v6c0 2.5-1.5 4-4 4.5',
  edit: 'm5 19 .8-3.8L15.5 5.5l3 3L8.8 18.2 5 19Z',
  history: 'M12 7v5l3.5 2M4 12a8 8 0 1 0 2.3-5.6L4 8.5M4 4v4.5h4.5',
  flag: 'M6 21V4h11l-2 4 2 4H6',
  info: 'M12 21a9 9 0 1 1 0-18 9 9 0 0 1 0 18Zm0-10v6m0-9.5v.1',
  warning: 'M12 4 21 20H3L12 4Zm0 6v5m0 2.4v.1',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  pin: 'm9 4 6 0-.5 6 3 3.5h-11l3-3.5L9 4Zm3 9.5V20',
  plus: 'M12 5v14M5 12h14',
  filter: 'M4 7h16M7 12h10M10 17h4',
} as const;

export type IconName = keyof typeof PATHS;

/** Icons that point along the line of writing turn round in right-to-left pages. */
const DIRECTED: ReadonlySet<IconName> = new Set(['next', 'previous', 'reply', 'history', 'quote']);

/** A drawing beside words that say the same: always hidden from screen readers. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={DIRECTED.has(name) ? 'icon directed' : 'icon'} viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}

/** The mark: four threads, each over one and under the next. */
export function WovenMark() {
  return (
    <svg class="woven-mark" viewBox="0 0 24 24" aria-hidden="true">
      <path class="weft" d="M1 5h22v5H1z" />
      <path class="weft second" d="M1 14h22v5H1z" />
      <path class="warp" d="M5 1h5v22H5z" />
      <path class="warp second" d="M14 1h5v22h-5z" />
      <path class="weft over" d="M3.5 5h8v5h-8z" />
      <path class="weft second over" d="M12.5 14h8v5h-8z" />
    </svg>
  );
}
