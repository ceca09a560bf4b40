import { Controller, Get } from '@nestjs/common';
import { Public } from '../access/access-rule.js';
import { Config } from '../config/config.js';
import { OpenApi, type OpenApiDocument } from './openapi.js';

@Controller('api')
export class OpenApiController {
  constructor(
    private readonly openApi: OpenApi,
    private readonly config: Config,
  ) {}

  @Get('openapi.json')
  @Public()
  document(): OpenApiDocument {
    return this.openApi.describe(this.config.baseUrl);
  }
}
