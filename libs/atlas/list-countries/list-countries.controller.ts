import { Controller, Get, Req } from '@nestjs/common';
import { Access } from '../../platform/access/access-rule.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import type { HttpRequest } from '../../platform/http/http-request.js';
import { requestLocale } from '../../platform/http/request-locale.js';
import { readAtlas } from '../atlas.access.js';
import { type CountrySummaryView, countryListView, type Listing, languageQuery } from '../atlas.schemas.js';
import { ListCountries } from './list-countries.use-case.js';

@Controller('api/v1/countries')
export class ListCountriesController {
  constructor(private readonly listCountries: ListCountries) {}

  @Get()
  @Access(readAtlas)
  @Endpoint({
    summary: 'Countries and areas of ISO 3166-1, by name',
    query: languageQuery,
    response: countryListView,
  })
  list(@Req() request: HttpRequest): Listing<CountrySummaryView> {
    return this.listCountries.execute(requestLocale(request));
  }
}
