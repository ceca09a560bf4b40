import { CasePages } from './cases/case.pages.js';
import { CaseChoicesSource } from './cases/case-choices.js';
import { CaseComparedPages } from './cases/case-compared.pages.js';
import { CaseFormPages } from './cases/case-form.pages.js';
import { CaseListPages } from './cases/case-list.pages.js';
import { SearchPages } from './search/search.pages.js';

/** The pages of cases, search, the atlas and the graph. */
export const PLACE_CONTROLLERS = [CaseListPages, CaseFormPages, CaseComparedPages, CasePages, SearchPages];

/** What they need besides the rooms. */
export const PLACE_PROVIDERS = [CaseChoicesSource];
