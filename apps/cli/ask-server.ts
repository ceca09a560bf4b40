import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { DomainError } from '../../libs/platform/errors/domain-error.js';
import type { ReportProgress } from '../../libs/platform/operations/operation.js';
import type {
  OperationFailure,
  OperationLine,
} from '../../libs/platform/operations/operations.controller.js';

/** Lets a running server do the work, and passes on what it reports. */
export async function askServer(
  address: string,
  secret: string,
  name: string,
  args: unknown,
  report: ReportProgress,
): Promise<unknown> {
  const response = await fetch(`${address}/internal/operations/${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-minga-operator': secret },
    body: JSON.stringify(args),
  });
  if (!response.ok || !response.body)
    throw new Error(`The server at ${address} answered ${response.status}.`);
  for await (const text of createInterface({ input: Readable.fromWeb(response.body as never) })) {
    const line = JSON.parse(text) as OperationLine;
    if ('progress' in line) report(line.progress);
    else if ('error' in line) throw failureFrom(line.error);
    else return line.result;
  }
  throw new Error(
    'The server stopped before the work was finished. Run the command again: what was done is kept.',
  );
}

function failureFrom({ failure, message }: OperationFailure): Error {
  return failure
    ? new DomainError(failure.kind, failure.code, failure.data, failure.fields)
    : new Error(message);
}
