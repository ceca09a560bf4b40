import type { Type } from '@nestjs/common';
import * as atlas from '../../libs/atlas/index.js';
import * as cases from '../../libs/cases/index.js';
import * as commitments from '../../libs/commitments/index.js';
import * as demo from '../../libs/demo/index.js';
import * as dialogues from '../../libs/dialogues/index.js';
import * as discussions from '../../libs/discussions/index.js';
import * as explore from '../../libs/explore/index.js';
import * as identity from '../../libs/identity/index.js';
import * as learning from '../../libs/learning/index.js';
import { migrations as accessMigrations } from '../../libs/platform/access/migrations/index.js';
import { migrations as auditMigrations } from '../../libs/platform/audit/migrations/index.js';
import { migrations as entityMigrations } from '../../libs/platform/entities/migrations/index.js';
import { migrations as eventMigrations } from '../../libs/platform/events/migrations/index.js';
import type { Migration } from '../../libs/platform/graph/graph.js';
import { migrations as receiptMigrations } from '../../libs/platform/receipts/migrations/index.js';

/** All rooms, lowest first: a room may only lean on those before it. */
export const ROOM_MODULES: Type[] = [
  atlas.AtlasModule,
  identity.IdentityModule,
  cases.CasesModule,
  discussions.DiscussionsModule,
  commitments.CommitmentsModule,
  learning.LearningModule,
  dialogues.DialoguesModule,
  explore.ExploreModule,
  demo.DemoModule,
];

export const MIGRATIONS: Migration[] = [
  ...entityMigrations,
  ...eventMigrations,
  ...accessMigrations,
  ...auditMigrations,
  ...receiptMigrations,
  ...atlas.migrations,
  ...identity.migrations,
  ...cases.migrations,
  ...discussions.migrations,
  ...commitments.migrations,
  ...learning.migrations,
  ...dialogues.migrations,
  ...demo.migrations,
];
