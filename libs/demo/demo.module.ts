import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/index.js';
import { DiscussionsModule } from '../discussions/index.js';
import { IdentityModule } from '../identity/index.js';
import { DemoItems } from './demo-items.js';
import { LoadDemoOperation } from './load-demo/load-demo.operation.js';
import { LoadDemo } from './load-demo/load-demo.use-case.js';
import { RemoveDemoOperation } from './remove-demo/remove-demo.operation.js';
import { RemoveDemo } from './remove-demo/remove-demo.use-case.js';

@Module({
  imports: [IdentityModule, CasesModule, DiscussionsModule],
  providers: [DemoItems, LoadDemo, RemoveDemo, LoadDemoOperation, RemoveDemoOperation],
  exports: [DemoItems, LoadDemo, RemoveDemo],
})
export class DemoModule {}
