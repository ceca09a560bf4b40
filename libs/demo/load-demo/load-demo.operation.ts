import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import {
  type Operation,
  OperatorOperation,
  type ReportProgress,
} from '../../platform/operations/operation.js';
import { LoadDemo } from './load-demo.use-case.js';

@Injectable()
@OperatorOperation({
  name: 'demo.load',
  summary: 'Load the demonstration community',
  args: z.strictObject({}),
})
export class LoadDemoOperation implements Operation {
  constructor(private readonly loadDemo: LoadDemo) {}

  async run(_args: unknown, report: ReportProgress): Promise<{ loaded: number }> {
    return { loaded: await this.loadDemo.execute(report) };
  }
}
