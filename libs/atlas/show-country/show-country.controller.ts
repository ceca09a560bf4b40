import { Controller, Get, Param, Req } from '@nestjs/common';
import { Access } from '../../platform/access/access-rule.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import type { HttpRequest } from '../../platform/http/http-request.js';
import { requestLocale } from '../../platform/http/request-locale.js';
import { readAtlas } from '../atlas.access.js';
import { type CountryView, codeParams, countryView, languageQuery } from '../atlas.schemas.js';
import { ShowCountry } from './show-country.use-case.js';

@Controller('api/v1/countries')
export class ShowCountryController {
  constructor(private readonly showCountry: ShowCountry) {}

  @Get(':code')
  @Access(readAtlas)
  @Endpoint({
    summary: 'A country, by ISO alpha-3 or alpha-2 code',
    params: codeParams,
    query: languageQuery,
    response: countryView,
    refusals: [404],
  })
  show(@Param('code') code: string, @Req() request: HttpRequest): Promise<CountryView> {
    return this.showCountry.execute(requestLocale(request), code);
  }
}
