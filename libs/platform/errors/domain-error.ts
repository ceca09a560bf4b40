/** What kind of failure it is; the HTTP filter turns it into a status, the page filter into a page. */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'too-large'
  | 'too-many'
  | 'unavailable';

export type ErrorData = Record<string, string | number | boolean | string[] | undefined>;

/** One field that was refused, and why. `code` is a key in the `errors` catalogue. */
export interface FieldError {
  /** Dotted path, for example `countries.0.role`; empty for the whole. */
  field: string;
  code: string;
  data?: ErrorData;
}

/**
 * A failure that a user can understand. `code` is stable (`discussions/thread-closed`); its translated sentence
 * is the entry of the `errors` catalogue with `/` written as `.`. Nothing secret goes into `data`.
 */
export class DomainError extends Error {
  constructor(
    readonly kind: ErrorKind,
    readonly code: string,
    readonly data: ErrorData = {},
    readonly fields: FieldError[] = [],
    options?: ErrorOptions,
  ) {
    super(code, options);
    this.name = 'DomainError';
  }
}

/**
 * The same answer for what is hidden and for what does not exist.
 * @param _what for whoever reads the code; it is not told, since what is hidden could be known by it
 */
export function notFound(_what = 'resource'): DomainError {
  return new DomainError('not-found', 'platform/not-found');
}

export function invalid(code: string, data?: ErrorData, fields?: FieldError[]): DomainError {
  return new DomainError('invalid', code, data, fields);
}

export function conflict(code: string, data?: ErrorData): DomainError {
  return new DomainError('conflict', code, data);
}

export function unavailable(code: string, cause?: unknown): DomainError {
  return new DomainError('unavailable', code, {}, [], { cause });
}
