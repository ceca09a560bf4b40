import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { markedProviders } from '../discovery/marked-providers.js';
import { notFound } from '../errors/domain-error.js';
import { parseInput } from '../http/parse-input.js';
import { OPERATION, type Operation, type OperationOptions, type ReportProgress } from './operation.js';

/** Runs an operation by its name. */
@Injectable()
export class OperationRunner implements OnModuleInit {
  private readonly operations = new Map<string, { options: OperationOptions; operation: Operation }>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    const marked = markedProviders<Operation, OperationOptions>(this.discovery, this.reflector, OPERATION);
    for (const { provider, mark } of marked)
      this.operations.set(mark.name, { options: mark, operation: provider });
  }

  /** @throws {DomainError} `platform/not-found` for an unknown name, `platform/invalid-input` for wrong arguments */
  async run(name: string, args: unknown, report: ReportProgress): Promise<unknown> {
    const found = this.operations.get(name);
    if (!found) throw notFound('operation');
    return found.operation.run(parseInput(found.options.args, args), report);
  }
}
