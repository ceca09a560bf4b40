import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { OperationRunner } from './operation-runner.js';
import { OperationsController } from './operations.controller.js';

@Module({
  imports: [DiscoveryModule],
  controllers: [OperationsController],
  providers: [OperationRunner],
  exports: [OperationRunner],
})
export class OperationsModule {}
