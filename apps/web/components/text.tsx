import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** Values of an ICU message. */
export type TextValues = Record<string, string | number>;

/** Everything a component needs to speak the reader's language. Built once per request. */
export interface Texts {
  /** BCP 47 tag of the page, for example `pt`. */
  locale: string;
  dir: 'ltr' | 'rtl';
  /** @param key `place.name`: the message `name` of `locales/<locale>/<place>.json` */
  t(key: string, values?: TextValues): string;
  /** A day in words, for example `3 May 2026`. */
  date(iso: string): string;
  /** Distance from now, for example `2 hours ago`. */
  relativeTime(iso: string): string;
  number(value: number): string;
}

const TextContext = createContext<Texts | null>(null);

export function TextProvider({ value, children }: { value: Texts; children: ComponentChildren }) {
  return <TextContext.Provider value={value}>{children}</TextContext.Provider>;
}

/** @throws when the component is not inside a {@link TextProvider} */
export function useText(): Texts {
  const texts = useContext(TextContext);
  if (texts === null) throw new Error('useText needs a TextProvider around the page');
  return texts;
}
