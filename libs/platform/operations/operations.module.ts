import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { IndexKeeper } from '../search/index-keeper.js';
import { OperationRunner } from './operation-runner.js';
import { OperationsController } from './operations.controller.js';
import { Readiness } from './readiness.js';

@Module({
  imports: [DiscoveryModule],
  controllers: [OperationsController],
  providers: [OperationRunner, Readiness, IndexKeeper],
  exports: [OperationRunner, Readiness],
})
export class OperationsModule {}
