/** Whether the reader's device asks pages to be sparing with data. */
export function wantsLessData(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}

/** Fills `{name}` in a sentence that the server wrote; nothing when the page has no such sentence. */
export function fill(sentence: string | undefined, values: Record<string, string | number> = {}): string {
  return (sentence ?? '').replace(/\{(\w+)\}/g, (gap, name: string) => {
    const value = values[name];
    return typeof value === 'number' ? value.toLocaleString(document.documentElement.lang) : (value ?? gap);
  });
}
