import { Module } from '@nestjs/common';
import { LoadReference } from './load-reference/load-reference.use-case.js';

const useCases = [LoadReference];

@Module({
  controllers: [],
  providers: [...useCases],
  exports: [...useCases],
})
export class AtlasModule {}
