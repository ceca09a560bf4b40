import { applyDecorators, HttpCode, SetMetadata } from '@nestjs/common';
import type { z } from 'zod';

/**
 * What a route takes and answers. One declaration validates the request, documents it (OpenAPI) and, in tests,
 * checks the answer, so that an undeclared field cannot leak.
 */
export interface EndpointContract {
  summary: string;
  description?: string;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** Shape of the answer's body; none for 204. */
  response?: z.ZodType;
  /** Status of success; 200 by default. */
  status?: number;
  /** Statuses of refusal besides 400, 429 and 503, which every route may answer. */
  refusals?: number[];
}

export const ENDPOINT = 'minga:endpoint';

export function Endpoint(contract: EndpointContract) {
  return applyDecorators(SetMetadata(ENDPOINT, contract), HttpCode(contract.status ?? 200));
}
