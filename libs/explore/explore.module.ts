import { Module } from '@nestjs/common';
import { AtlasModule } from '../atlas/index.js';
import { CasesModule } from '../cases/index.js';
import { ExploreWords } from './explore.words.js';
import { ComparableCases } from './find-comparable-cases/comparable-cases.js';
import { FindComparableCasesController } from './find-comparable-cases/find-comparable-cases.controller.js';
import { FindComparableCases } from './find-comparable-cases/find-comparable-cases.use-case.js';
import { FindEntitiesController } from './find-entities/find-entities.controller.js';
import { FindEntities } from './find-entities/find-entities.use-case.js';
import { FindPathController } from './find-path/find-path.controller.js';
import { FindPath } from './find-path/find-path.use-case.js';
import { GraphReader } from './find-path/graph-reader.js';
import { ListNeighboursController } from './list-neighbours/list-neighbours.controller.js';
import { ListNeighbours } from './list-neighbours/list-neighbours.use-case.js';
import { SearchController } from './search/search.controller.js';
import { Search } from './search/search.use-case.js';
import { Suggest } from './search/suggest.use-case.js';

const useCases = [Search, Suggest, FindComparableCases, FindPath, ListNeighbours, FindEntities];

@Module({
  imports: [AtlasModule, CasesModule],
  controllers: [
    SearchController,
    FindComparableCasesController,
    FindPathController,
    ListNeighboursController,
    FindEntitiesController,
  ],
  providers: [...useCases, ComparableCases, GraphReader, ExploreWords],
  exports: [...useCases, ExploreWords],
})
export class ExploreModule {}
