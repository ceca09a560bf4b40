/**
 * Two nodes of one label were to hold the same value of a unique property. {@link Graph.write} throws it on both
 * engines; nothing of the transaction is kept. Use cases turn it into their own error (`identity/email-taken`).
 */
export class UniquenessViolation extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'UniquenessViolation';
  }
}
