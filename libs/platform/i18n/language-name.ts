/**
 * A language in the words of the reader; the tag itself where nobody has a name for it.
 * @param tag BCP 47, as `locale`
 */
export function languageName(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
