import { CaseCounts } from '../rendering/case-counts.js';
import { EntityActivitySource } from '../rendering/entity-activity.js';
import { ActorPages } from './actors/actors.pages.js';
import { ApiDocsPages } from './api-docs/api-docs.pages.js';
import { AtlasPages } from './atlas-pages.js';
import { CasePages } from './cases/case.pages.js';
import { CaseChoicesSource } from './cases/case-choices.js';
import { CaseComparedPages } from './cases/case-compared.pages.js';
import { CaseFormPages } from './cases/case-form.pages.js';
import { CaseListPages } from './cases/case-list.pages.js';
import { CountryPages } from './countries/countries.pages.js';
import { ExplorePages } from './explore/explore.pages.js';
import { GroupPages } from './groups/groups.pages.js';
import { SdgPages } from './sdgs/sdgs.pages.js';
import { SearchPages } from './search/search.pages.js';
import { ThemeFormPages } from './themes/theme-form.pages.js';
import { ThemePages } from './themes/themes.pages.js';

/** The pages of cases, search, the atlas and the graph; forms before pages, so that `new` is not taken for a code. */
export const PLACE_CONTROLLERS = [
  CaseListPages,
  CaseFormPages,
  CaseComparedPages,
  CasePages,
  SearchPages,
  CountryPages,
  GroupPages,
  SdgPages,
  ThemeFormPages,
  ThemePages,
  ActorPages,
  ExplorePages,
  ApiDocsPages,
];

/** What they need besides the rooms. */
export const PLACE_PROVIDERS = [CaseChoicesSource, CaseCounts, EntityActivitySource, AtlasPages];
