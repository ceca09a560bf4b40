import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import {
  type Operation,
  OperatorOperation,
  type ReportProgress,
} from '../../platform/operations/operation.js';
import { type DemoRemoval, RemoveDemo } from './remove-demo.use-case.js';

@Injectable()
@OperatorOperation({
  name: 'demo.remove',
  summary: 'Remove the demonstration community',
  args: z.strictObject({}),
})
export class RemoveDemoOperation implements Operation {
  constructor(private readonly removeDemo: RemoveDemo) {}

  run(_args: unknown, report: ReportProgress): Promise<DemoRemoval> {
    return this.removeDemo.execute(report);
  }
}
