/** A number from an address; 0 for whatever is none. */
export function wholeNumber(value: string): number {
  return /^\d{1,9}$/.test(value) ? Number(value) : 0;
}
