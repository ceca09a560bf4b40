import { Module } from '@nestjs/common';
import { AtlasModule } from '../atlas/index.js';
import { CasesModule } from '../cases/index.js';
import { DiscussionsModule } from '../discussions/index.js';
import { IdentityModule } from '../identity/index.js';
import { DemoItems } from './demo-items.js';
import { DemoCast } from './load-demo/demo-cast.js';
import { LoadDemoOperation } from './load-demo/load-demo.operation.js';
import { LoadDemo } from './load-demo/load-demo.use-case.js';
import { RemoveDemoOperation } from './remove-demo/remove-demo.operation.js';
import { RemoveDemo } from './remove-demo/remove-demo.use-case.js';

@Module({
  imports: [AtlasModule, IdentityModule, CasesModule, DiscussionsModule],
  providers: [DemoItems, DemoCast, LoadDemo, RemoveDemo, LoadDemoOperation, RemoveDemoOperation],
  exports: [DemoItems, LoadDemo, RemoveDemo],
})
export class DemoModule {}
