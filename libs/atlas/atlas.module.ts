import { Module } from '@nestjs/common';
import { ActorsRepository } from './actors.repository.js';
import { AddActorController } from './add-actor/add-actor.controller.js';
import { AddActor } from './add-actor/add-actor.use-case.js';
import { AddThemeController } from './add-theme/add-theme.controller.js';
import { AddTheme } from './add-theme/add-theme.use-case.js';
import { AtlasViews } from './atlas.views.js';
import { AtlasNames } from './atlas-names.js';
import { ChangeActorController } from './change-actor/change-actor.controller.js';
import { ChangeActor } from './change-actor/change-actor.use-case.js';
import { ChangeThemeController } from './change-theme/change-theme.controller.js';
import { ChangeTheme } from './change-theme/change-theme.use-case.js';
import { CountryReconciler } from './country-reconciler.js';
import { EnsureActor } from './ensure-actor/ensure-actor.use-case.js';
import { FindActors } from './find-actors/find-actors.use-case.js';
import { ListActorsController } from './list-actors/list-actors.controller.js';
import { ListActors } from './list-actors/list-actors.use-case.js';
import { ListCountriesController } from './list-countries/list-countries.controller.js';
import { ListCountries } from './list-countries/list-countries.use-case.js';
import { ListGroupsController } from './list-groups/list-groups.controller.js';
import { ListGroups } from './list-groups/list-groups.use-case.js';
import { ListModalitiesController } from './list-modalities/list-modalities.controller.js';
import { ListModalities } from './list-modalities/list-modalities.use-case.js';
import { ListSdgsController } from './list-sdgs/list-sdgs.controller.js';
import { ListSdgs } from './list-sdgs/list-sdgs.use-case.js';
import { ListSectorsController } from './list-sectors/list-sectors.controller.js';
import { ListSectors } from './list-sectors/list-sectors.use-case.js';
import { ListThemesController } from './list-themes/list-themes.controller.js';
import { ListThemes } from './list-themes/list-themes.use-case.js';
import { ActorIndexSource } from './listeners/actor-index-source.js';
import { CountryIndexSource, GroupIndexSource, SdgIndexSource } from './listeners/reference-index-sources.js';
import { ThemeIndexSource } from './listeners/theme-index-source.js';
import { LoadReference } from './load-reference/load-reference.use-case.js';
import { RemoveThemeController } from './remove-theme/remove-theme.controller.js';
import { RemoveTheme } from './remove-theme/remove-theme.use-case.js';
import { ShowActorController } from './show-actor/show-actor.controller.js';
import { ShowActor } from './show-actor/show-actor.use-case.js';
import { ShowCountryController } from './show-country/show-country.controller.js';
import { ShowCountry } from './show-country/show-country.use-case.js';
import { ShowGroupController } from './show-group/show-group.controller.js';
import { ShowGroup } from './show-group/show-group.use-case.js';
import { ShowRegionController } from './show-region/show-region.controller.js';
import { ShowRegion } from './show-region/show-region.use-case.js';
import { ShowSdgController } from './show-sdg/show-sdg.controller.js';
import { ShowSdg } from './show-sdg/show-sdg.use-case.js';
import { ShowThemeController } from './show-theme/show-theme.controller.js';
import { ShowTheme } from './show-theme/show-theme.use-case.js';
import { ThemesRepository } from './themes.repository.js';

const useCases = [
  LoadReference,
  ListCountries,
  ShowCountry,
  ShowRegion,
  ListGroups,
  ShowGroup,
  ListSdgs,
  ShowSdg,
  ListSectors,
  ListModalities,
  ListThemes,
  ShowTheme,
  AddTheme,
  ChangeTheme,
  RemoveTheme,
  EnsureActor,
  FindActors,
  ListActors,
  ShowActor,
  AddActor,
  ChangeActor,
];

const indexSources = [
  CountryIndexSource,
  GroupIndexSource,
  SdgIndexSource,
  ThemeIndexSource,
  ActorIndexSource,
];

@Module({
  controllers: [
    ListCountriesController,
    ShowCountryController,
    ShowRegionController,
    ListGroupsController,
    ShowGroupController,
    ListSdgsController,
    ShowSdgController,
    ListSectorsController,
    ListModalitiesController,
    ListThemesController,
    ShowThemeController,
    AddThemeController,
    ChangeThemeController,
    RemoveThemeController,
    ListActorsController,
    ShowActorController,
    AddActorController,
    ChangeActorController,
  ],
  providers: [
    ...useCases,
    ...indexSources,
    AtlasNames,
    AtlasViews,
    CountryReconciler,
    ThemesRepository,
    ActorsRepository,
  ],
  exports: [...useCases, AtlasNames, CountryReconciler],
})
export class AtlasModule {}
