export { AddActor } from './add-actor/add-actor.use-case.js';
export { AddTheme } from './add-theme/add-theme.use-case.js';
export {
  addActor as addActorRule,
  changeActor as changeActorRule,
  editThemes as editThemesRule,
  readAtlas as readAtlasRule,
} from './atlas.access.js';
export { AtlasModule } from './atlas.module.js';
export * from './atlas.schemas.js';
export { AtlasNames } from './atlas-names.js';
export { ChangeActor } from './change-actor/change-actor.use-case.js';
export { ChangeTheme } from './change-theme/change-theme.use-case.js';
export * from './contracts.js';
export { CountryReconciler } from './country-reconciler.js';
export { type ActorToEnsure, EnsureActor } from './ensure-actor/ensure-actor.use-case.js';
export { FindActors } from './find-actors/find-actors.use-case.js';
export { ListActors } from './list-actors/list-actors.use-case.js';
export { ListCountries } from './list-countries/list-countries.use-case.js';
export { ListGroups } from './list-groups/list-groups.use-case.js';
export { ListModalities } from './list-modalities/list-modalities.use-case.js';
export { ListSdgs } from './list-sdgs/list-sdgs.use-case.js';
export { ListSectors } from './list-sectors/list-sectors.use-case.js';
export { ListThemes } from './list-themes/list-themes.use-case.js';
export { LoadReference } from './load-reference/load-reference.use-case.js';
export { migrations } from './migrations/index.js';
export { loadReference } from './reference.js';
export { findCountry, type ReferenceIndex, referenceIndex } from './reference-index.js';
export type * from './reference-records.js';
export { RemoveTheme } from './remove-theme/remove-theme.use-case.js';
export { actorNameKey } from './rules/actor-identity.js';
export { groupsOf } from './rules/group-membership.js';
export { createGoalReader, type GoalReading, joinGoalNames, type ReadGoal } from './rules/read-goal.js';
export type * from './rules/read-place.js';
export { type PlaceInCell, readPlaceList } from './rules/read-place-list.js';
export type { Names } from './rules/reference-names.js';
export { ShowActor } from './show-actor/show-actor.use-case.js';
export { ShowCountry } from './show-country/show-country.use-case.js';
export { ShowGroup } from './show-group/show-group.use-case.js';
export { ShowRegion } from './show-region/show-region.use-case.js';
export { ShowSdg } from './show-sdg/show-sdg.use-case.js';
export { ShowTheme } from './show-theme/show-theme.use-case.js';
