import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** What the fields of a page are called, by their ids. Fields are drawn after the summary that names them. */
export class FieldLabels {
  private readonly labels = new Map<string, string>();
  /** Something was asked for before its field was drawn: drawn once more, the page can name it. */
  isMissed = false;

  add(id: string, label: string): void {
    this.labels.set(id, label);
  }

  find(id: string): string | undefined {
    const label = this.labels.get(id);
    if (label === undefined) this.isMissed = true;
    return label;
  }
}

export const FieldLabelsContext = createContext(new FieldLabels());

/** Tells the page what the field is called. */
export function useFieldLabel(id: string, label: string): void {
  useContext(FieldLabelsContext).add(id, label);
}
