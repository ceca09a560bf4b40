import { ID_PATTERN, newId } from '../../../libs/platform/ids/new-id.js';

/** A number that a page wrote into its own form, such as a version; whatever else is there stays, to be refused. */
export function digits(value: string | undefined): number | string | undefined {
  return value !== undefined && /^\d{1,15}$/.test(value) ? Number(value) : value;
}

/** What a form sent, before anything is checked: a field may be missing, repeated, or made up. */
export class FormInput {
  private readonly fields: Record<string, unknown>;

  /** @param body the parsed body, or query, of a request */
  constructor(body: unknown) {
    this.fields = body !== null && typeof body === 'object' ? (body as Record<string, unknown>) : {};
  }

  /** The last value under the name; empty when there is none. */
  text(name: string): string {
    return this.texts(name).at(-1) ?? '';
  }

  /** As {@link text}, with nothing for a field that was left empty. */
  optional(name: string): string | undefined {
    return this.text(name).trim() === '' ? undefined : this.text(name);
  }

  /** The key under which the form may be sent again; a new one where it bears none. */
  clientKey(): string {
    const key = this.text('clientKey');
    return ID_PATTERN.test(key) ? key : newId();
  }

  texts(name: string): string[] {
    return [this.fields[name]].flat().filter((value) => typeof value === 'string');
  }

  /** Whether the button of this name sent the form. */
  pressed(name: string): boolean {
    return this.text(name) !== '';
  }
}
