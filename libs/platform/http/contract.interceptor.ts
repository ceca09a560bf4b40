import {
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { map, type Observable } from 'rxjs';
import { ENDPOINT, type EndpointContract } from './endpoint.js';
import type { HttpRequest } from './http-request.js';
import { parseInput } from './parse-input.js';
import { ReadyJson } from './ready-json.js';

/** Whether answers are checked against their declared shape: tests do, production saves the time. */
export const CHECK_RESPONSES = 'minga:check-responses';

/** Replaces params, query and body by their parsed form, or refuses them with a list of what is wrong. */
@Injectable()
export class ContractInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    @Inject(CHECK_RESPONSES) private readonly checkResponses: boolean,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const contract = this.reflector.get<EndpointContract | undefined>(ENDPOINT, context.getHandler());
    if (!contract || context.getType() !== 'http') return next.handle();
    const request = context.switchToHttp().getRequest<HttpRequest>();
    if (contract.params) request.params = parseInput(contract.params, request.params);
    if (contract.query) request.query = parseInput(contract.query, request.query);
    if (contract.body) request.body = parseInput(contract.body, request.body ?? {});
    const { response } = contract;
    if (!this.checkResponses || !response) return next.handle();
    return next
      .handle()
      .pipe(map((answer) => response.parse(answer instanceof ReadyJson ? answer.content : answer)));
  }
}
