import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
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
    for (const { instance, metatype } of this.discovery.getProviders()) {
      if (!instance || !metatype) continue;
      const options = this.reflector.get<OperationOptions | undefined>(OPERATION, metatype as () => unknown);
      if (options) this.operations.set(options.name, { options, operation: instance as Operation });
    }
  }

  /** @throws {DomainError} `platform/not-found` for an unknown name, `platform/invalid-input` for wrong arguments */
  async run(name: string, args: unknown, report: ReportProgress): Promise<unknown> {
    const found = this.operations.get(name);
    if (!found) throw notFound('operation');
    return found.operation.run(parseInput(found.options.args, args), report);
  }
}
